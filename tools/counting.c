/* Answers into a tally, block by block.
 * SPDX-License-Identifier: Apache-2.0 */
#include "counting.h"

#include "answers.h"

/* What adding a block needs. */
struct counting {
  rung_tally *tally;
  rung_scores *scores; /* made with the options' strictness */
  const char *name;
};

static bool add_block(void *context, const rung_answers *block)
{
  const struct counting *counting = context;
  rung_error error = {0};
  if (rung_scores_compute(counting->scores, block, &error) == RUNG_OK &&
      rung_tally_add(counting->tally, block, counting->scores, &error) == RUNG_OK)
    return true;
  tell(counting->name, &error);
  return false;
}

static bool make(struct counting *counting, const rung_model *model, const struct options *options)
{
  rung_error error = {0};
  const char *columns[COLUMNS_MOST];
  size_t count = 0;
  if (!options_columns(options, columns, &count)) return false;
  if (rung_scores_new(model, options->settings, &counting->scores, &error) == RUNG_OK &&
      rung_tally_new(model, columns, count, RUNG_TALLY_PRODUCTS, &counting->tally, &error) ==
          RUNG_OK)
    return true;
  tell(options->command, &error);
  return false;
}

rung_tally *count_answers(const rung_model *model, const char *name, const struct options *options)
{
  struct counting counting = {.name = name};
  rung_reader *reader = answers_reader(model, options);
  const bool fine = reader && make(&counting, model, options) &&
                    answers_read(reader, name, add_block, &counting) &&
                    answers_finish(reader, name, options);
  rung_reader_free(reader);
  rung_scores_free(counting.scores);
  if (fine) return counting.tally;
  rung_tally_free(counting.tally);
  return NULL;
}
