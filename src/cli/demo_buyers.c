/* A buyer process: one handle on the store, a thread a buyer, one journal for all. First it takes
 * up what its killed predecessor had begun, from the journal; then new buyers come until it is
 * asked to end. */
#include "demo.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    IDLE_MS = 40,   /* a buyer looks again whether something came back on sale */
    ARRIVE_MS = 150 /* buyers arrive within this time of the doors' opening */
};

/* Numbers a journey anew in every life of every place: slot, incarnation, number. */
#define JOURNEYS_OF_A_LIFE 10000000u
#define LIVES_OF_A_SLOT 10000u

typedef struct crowd {
    demo_shop shop;
    demo_record open; /* what was begun before; journeys that are over are passed over */
    atomic_size_t next_open;
    _Atomic uint64_t journeys;
    atomic_uint threads;
} crowd;

static uint64_t new_journey(crowd *crowd_) {
    const demo_options *options = crowd_->shop.options;
    uint64_t life =
        (uint64_t)(options->slot + 1) * LIVES_OF_A_SLOT + options->incarnation % LIVES_OF_A_SLOT;
    return life * JOURNEYS_OF_A_LIFE + 1 + atomic_fetch_add(&crowd_->journeys, 1);
}

static void *be_a_buyer(void *argument) {
    crowd *crowd_ = argument;
    const demo_options *options = crowd_->shop.options;
    uint32_t number = atomic_fetch_add(&crowd_->threads, 1);
    demo_random random;
    demo_random_seed(&random, options->seed,
                     ((uint64_t)options->slot << 32 | options->incarnation) * 1000 + number);
    for (;;) {
        size_t at = atomic_fetch_add(&crowd_->next_open, 1);
        if (at >= crowd_->open.count) break;
        if (!crowd_->open.journeys[at].over)
            demo_journey_run(&crowd_->shop, &random, &crowd_->open.journeys[at]);
    }
    demo_sleep_ms(demo_random_below(&random, ARRIVE_MS));
    while (!demo_child_leaving()) {
        demo_journey journey = {.id = new_journey(crowd_)};
        demo_journey_run(&crowd_->shop, &random, &journey);
        if (!demo_page_refresh(crowd_->shop.page, false)) demo_sleep_ms(IDLE_MS);
    }
    return NULL;
}

int demo_buyers(const demo_options *options) {
    tc_error error = TC_ERROR_INIT;
    crowd crowd_ = {.shop = {.options = options}};
    pthread_t threads[DEMO_BUYERS_MAX];
    uint32_t started = 0;
    int32_t code = tc_engine_open(options->store, NULL, &crowd_.shop.engine, &error);
    if (code != TC_OK) return demo_say_error("a buyer process cannot open the store", &error);
    crowd_.shop.page = demo_page_open(crowd_.shop.engine, options->event);
    bool good =
        crowd_.shop.page != NULL && demo_record_read(options->books, options->slot, &crowd_.open);
    if (good) crowd_.shop.journal = demo_journal_open(options->books, options->slot);
    good = good && crowd_.shop.journal != NULL;
    while (good && started < options->buyers) {
        good = pthread_create(&threads[started], NULL, be_a_buyer, &crowd_) == 0;
        if (good) started++;
    }
    for (uint32_t i = 0; i < started; i++) (void)pthread_join(threads[i], NULL);
    demo_journal_close(crowd_.shop.journal);
    demo_record_free(&crowd_.open);
    demo_page_close(crowd_.shop.page);
    (void)tc_engine_close(crowd_.shop.engine, NULL);
    return good ? 0 : 1;
}
