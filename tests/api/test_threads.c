/* One model shared by threads that score and tally at once: merged, they come to the same bytes.
 * SPDX-License-Identifier: Apache-2.0 */
#include "api_support.h"

#include <pthread.h>

enum { THREADS = 4, SHARE = ROWS / THREADS, ROUNDS = 200 };

/* What one thread works on; the model is everybody's. */
struct work {
  const rung_model *model;
  size_t first;
  rung_tally *tally;
  rung_status status;
};

static rung_status add_rows(struct work *work)
{
  rung_answers *answers = new_answers(work->model, work->first, SHARE);
  rung_scores *scores = NULL;
  rung_status status = rung_scores_new(work->model, NULL, &scores, NULL);
  if (status == RUNG_OK) status = rung_scores_compute(scores, answers, NULL);
  if (status == RUNG_OK) status = rung_tally_add(work->tally, answers, scores, NULL);
  rung_scores_free(scores);
  rung_answers_free(answers);
  return status;
}

static void *work_on(void *place)
{
  struct work *work = place;
  for (size_t round = 0; round < ROUNDS && work->status == RUNG_OK; ++round)
    work->status = add_rows(work);
  return NULL;
}

/* The same rows, one thread and one block. */
static rung_bytes *alone(const rung_model *model)
{
  rung_tally *tally = new_tally(model);
  rung_answers *answers = new_answers(model, 0, ROWS);
  for (size_t round = 0; round < ROUNDS; ++round)
    OK(rung_tally_add(tally, answers, NULL, NULL));
  rung_bytes *bytes = saved(tally);
  rung_answers_free(answers);
  rung_tally_free(tally);
  return bytes;
}

static void start_and_join(struct work work[THREADS])
{
  pthread_t threads[THREADS];
  for (size_t index = 0; index < THREADS; ++index)
    assert_int_equal(pthread_create(&threads[index], NULL, work_on, &work[index]), 0);
  for (size_t index = 0; index < THREADS; ++index) {
    assert_int_equal(pthread_join(threads[index], NULL), 0);
    OK(work[index].status);
  }
}

static void threads_that_share_a_model_tally_to_the_same_bytes(void **state)
{
  (void)state;
  fill_columns();
  rung_model *model = base_model(NULL, NULL);
  struct work work[THREADS];
  for (size_t index = 0; index < THREADS; ++index)
    work[index] = (struct work){model, index * SHARE, new_tally(model), RUNG_OK};
  start_and_join(work);
  for (size_t index = THREADS; index-- > 1;) {
    OK(rung_tally_merge(work[0].tally, work[index].tally, NULL));
    rung_tally_free(work[index].tally);
  }
  rung_bytes *expected = alone(model), *found = saved(work[0].tally);
  assert_same_bytes(expected, found);
  rung_bytes_free(expected);
  rung_bytes_free(found);
  rung_tally_free(work[0].tally);
  rung_model_free(model);
}

/* Everyone makes and frees objects of the model while its owner gives up his share. */
static void *come_and_go(void *place)
{
  const rung_model *model = place;
  for (size_t round = 0; round < ROUNDS; ++round) {
    rung_answers *answers = NULL;
    if (rung_answers_new(model, &answers, NULL) != RUNG_OK) return place;
    rung_answers_free(answers);
  }
  return NULL;
}

static void shares_of_a_model_are_counted_across_threads(void **state)
{
  (void)state;
  pthread_t threads[THREADS];
  rung_model *model = base_model(NULL, NULL);
  rung_answers *keeper = NULL;
  OK(rung_answers_new(model, &keeper, NULL));
  for (size_t index = 0; index < THREADS; ++index)
    assert_int_equal(pthread_create(&threads[index], NULL, come_and_go, model), 0);
  rung_model_free(model);
  for (size_t index = 0; index < THREADS; ++index) {
    void *failed = NULL;
    assert_int_equal(pthread_join(threads[index], &failed), 0);
    assert_null(failed);
  }
  rung_answers_free(keeper);
}

/* Reading findings from several threads is allowed. */
static void *write_findings(void *place)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format) {
    rung_bytes *text = NULL;
    if (rung_findings_write(place, (rung_format)format, "en", &text, NULL) != RUNG_OK) return place;
    rung_bytes_free(text);
  }
  return NULL;
}

static void findings_are_read_by_several_threads_at_once(void **state)
{
  (void)state;
  pthread_t threads[THREADS];
  struct world world = new_world();
  for (size_t index = 0; index < THREADS; ++index)
    assert_int_equal(pthread_create(&threads[index], NULL, write_findings, world.findings), 0);
  for (size_t index = 0; index < THREADS; ++index) {
    void *failed = NULL;
    assert_int_equal(pthread_join(threads[index], &failed), 0);
    assert_null(failed);
  }
  free_world(&world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(threads_that_share_a_model_tally_to_the_same_bytes),
      cmocka_unit_test(shares_of_a_model_are_counted_across_threads),
      cmocka_unit_test(findings_are_read_by_several_threads_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
