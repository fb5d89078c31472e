#!/usr/bin/env python3
"""What README and guides show is what the tool does: the whole life runs as it is printed, the
workers' loop too, and every command and option that a page names exists."""
import os
import pathlib
import re
import shutil
import subprocess

from house import TOOL, main, test

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")),
         *sorted((ROOT / "docs/guides").glob("*.md"))]


def block(page, heading):
    """The first fenced block below a heading."""
    text = (ROOT / page).read_text().split(f"\n## {heading}\n")[1]
    return text.split("```", 2)[1].split("\n", 1)[1]


def shell(h, script, folder):
    folder.mkdir()
    (folder / "ticketcore").symlink_to(TOOL)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TICKETCORE_")}
    environment["PATH"] = f"{folder}:{environment['PATH']}"
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment,
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@test
def a_whole_life_as_printed(h):
    printed = block("docs/guides/command-line.md", "A whole life")
    assert printed.count("ticketcore ") >= 20
    out = shell(h, printed, h.folder / "life")
    for part in ("Gold", "4294967298", "Welcome.", '"kind":"order_confirmed"', "partly_refunded",
                 "revenue"):
        assert part in out, (part, out)
    assert (h.folder / "life/house.svg").read_text().startswith("<svg")


@test
def a_worker_in_a_few_lines(h):
    if not shutil.which("jq"):
        return
    h.run("outbox", "add", "--channel", "email", "--to", "ada@example.org", "--var", "text=Hello")
    loop = block("docs/guides/command-line.md", "Workers in a few lines")
    shell(h, f"export TICKETCORE_STORE={h.store}\nsend_mail() {{ true; }}\n{loop}",
          h.folder / "worker")
    assert h.one("outbox", "list")["state"] == "sent"


@test
def what_pages_name_exists(h):
    known = {}
    seen = 0
    for page in PAGES:
        text = page.read_text()
        spans = re.findall(r"`ticketcore ([^`]+)`", text)
        for fenced in re.findall(r"```\w*\n(.*?)```", text, re.S):
            fenced = fenced.replace("\\\n", " ")
            spans += re.findall(r"(?:^|\| |\$\(|\$ )ticketcore ([^|\n#]*)", fenced, re.M)
        for span in spans:
            words = span.split()
            if words[0] in ("help", "COMMAND") or words[0].startswith("-"):
                continue
            noun = words[0]
            page_text = known.get(noun) or h.text("help", noun)
            known[noun] = page_text
            verb = []
            if f"  ticketcore {noun} " in page_text and "\nCommands\n" in page_text:
                verbs = re.findall(rf"^  ticketcore {noun} (\w+)", page_text, re.M)
                if len(words) > 1 and re.match(r"^[a-z]+$", words[1]):
                    assert words[1] in verbs, (page.name, span)
                    verb = [words[1]]
            help_text = h.text("help", noun, *verb)
            for option in re.findall(r"(?<!\S)(--[a-z][a-z-]*)", span):
                assert option in help_text, (page.name, span, option)
            seen += 1
    assert seen >= 40, seen


main()
