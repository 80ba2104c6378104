/* Models: read, checked, asked.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup model Models
 *
 * A model is data: scales, items, measures, ladders and readings in a `rung-model/1` JSON file (see
 * the page "The model file"). It is checked completely as it is read and never changes afterwards,
 * so that one model may be used by any number of threads at once.
 *
 * Limits: a file of 8 MiB, nesting of 32, 4,096 items, 120 answers per item, a text in
 * 64 languages, 256 texts for absences per scale, 1,024 measures, 64 ladders of 32 levels,
 * 256 readings of 16 rules, 1,024 examples.
 * @{ */
#ifndef RUNG_MODEL_H
#define RUNG_MODEL_H

#include <rung/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a model is made of. New ones go last. */
typedef enum rung_part {
  RUNG_PART_ITEM = 0,    /**< A question or practice. */
  RUNG_PART_MEASURE = 1, /**< A score made of items or measures. */
  RUNG_PART_LADDER = 2,  /**< An ordered set of levels. */
  RUNG_PART_READING = 3, /**< A measure held against a ladder. */
  RUNG_PART_PAIR = 4,    /**< What is said beside what is done. */
  RUNG_PART_FLAG = 5,    /**< A remark that never changes a level. */
  RUNG_PART_RELATION = 6 /**< Two readings that may go together. */
} rung_part;

/** How results are written. */
typedef enum rung_format {
  RUNG_FORMAT_TABLE = 0, /**< For people: UTF-8 text in columns; of a questionnaire, Markdown. */
  RUNG_FORMAT_CSV = 1,   /**< For programs: RFC 4180, comma, LF, UTF-8. */
  RUNG_FORMAT_JSON = 2   /**< For programs: one JSON value with a schema in the project. */
} rung_format;

/** Read a model from text.
 * @param text JSON, UTF-8
 * @param length bytes of it, at most 8 MiB
 * @param out receives the model
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_SYNTAX (row and column), #RUNG_E_MODEL (`where` is a JSON pointer),
 * #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_model_free(). The text is borrowed during the call. */
RUNG_API rung_status rung_model_parse(const char *text, size_t length, rung_model **out,
                                      rung_error *error);

/** Read a model from a file.
 * @param path the file's name
 * @param out receives the model
 * @param error filled on failure, may be NULL
 * @return as rung_model_parse(), and #RUNG_E_IO
 * @owner the caller: rung_model_free(). */
RUNG_API rung_status rung_model_open(const char *path, rung_model **out, rung_error *error);

/** Read a model that comes with the library.
 * @param id such as "five-levels"
 * @param out receives the model
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_UNKNOWN, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_model_free(). */
RUNG_API rung_status rung_model_builtin(const char *id, rung_model **out, rung_error *error);

/** Name a model that comes with the library.
 * @param index 0, 1, ...
 * @return its id; NULL behind the last.
 * @owner the library, for ever. */
RUNG_API const char *rung_model_builtin_id(size_t index);

/** Give up the caller's share of a model; what was made from it keeps its own.
 * @param model what a maker gave, or NULL
 * @threads safe beside any use of the same model by objects made from it. */
RUNG_API void rung_model_free(rung_model *model);

/** Lint the arithmetic of a model and run its own examples.
 * @param model the model
 * @param out receives the notes, empty where all is well, at most 1,000 of each severity as
 * rung_notes_count() says; NULL on failure
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK (also when there are notes of errors), #RUNG_E_MEMORY, #RUNG_E_ARGUMENT (`model`
 * or `out` is NULL)
 * @owner the caller: rung_notes_free(). */
RUNG_API rung_status rung_model_check(const rung_model *model, rung_notes **out, rung_error *error);

/** Compare two versions of a model: what changed, matched by id and never by position.
 *
 * Warnings are what changes a figure: parts that are new or gone, answers that are worth something
 * else (before and after, under their item), terms, weights and shapes of measures, thresholds that
 * moved, who is shown, and that saved tallies do not merge. Changed texts, and what is said of a part
 * without entering a figure, are information. The examples of `other` are worked with both versions
 * where all their answers are there, and every result that differs is a warning. The place of a note
 * is a JSON pointer in `model`; what is gone has the place of its list, and what came from a used
 * model has "/uses".
 * @param model the new version
 * @param other the version that it is held against
 * @param out receives the notes, at most 1,000 of each severity as rung_notes_count() says; without
 * a warning, every figure stays as it was; NULL on failure
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK (also when there are notes of warnings), #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * (`model`, `other` or `out` is NULL)
 * @owner the caller: rung_notes_free(). */
RUNG_API rung_status rung_model_compare(const rung_model *model, const rung_model *other,
                                        rung_notes **out, rung_error *error);

/** Give the id of a model.
 * @param model the model
 * @return its id.
 * @owner the model. */
RUNG_API const char *rung_model_id(const rung_model *model);

/** Give the version of a model.
 * @param model the model
 * @return such as "1.0.0".
 * @owner the model. */
RUNG_API const char *rung_model_version(const rung_model *model);

/** Give the SHA-256 of a model's arithmetic: texts, comments and examples do not count.
 * @param model the model
 * @return 64 hexadecimal digits. Tallies merge only where it is equal.
 * @owner the model. */
RUNG_API const char *rung_model_digest(const rung_model *model);

/** Give the text that a model was read from.
 * @param model the model
 * @return JSON, NUL at the end.
 * @owner the model. */
RUNG_API const char *rung_model_source(const rung_model *model);

/** Tell whether a row of answers is a person, whose levels are withheld unless asked for.
 * @param model the model
 * @return 1 for people, 0 for assessments. */
RUNG_API int32_t rung_model_rows_are_people(const rung_model *model);

/** Count the parts of one sort.
 * @param model the model
 * @param part a #rung_part
 * @return how many there are, in model order; 0 for a sort that is none. */
RUNG_API size_t rung_model_count(const rung_model *model, rung_part part);

/** Name a part.
 * @param model the model
 * @param part a #rung_part
 * @param index 0 to count - 1
 * @return its id; NULL where there is none.
 * @owner the model. */
RUNG_API const char *rung_model_part_id(const rung_model *model, rung_part part, size_t index);

/** Give the title of a part, or the text of an item or flag.
 * @param model the model
 * @param part a #rung_part
 * @param index 0 to count - 1
 * @param language such as "en"; NULL or one that the model does not have: English, else the first
 * @return the text; the id where the part has none; NULL where there is no such part.
 * @owner the model. */
RUNG_API const char *rung_model_part_text(const rung_model *model, rung_part part, size_t index,
                                          const char *language);

/** Find a part by its id.
 * @param model the model
 * @param part a #rung_part
 * @param id the id
 * @param index receives its index
 * @return #RUNG_OK, #RUNG_E_UNKNOWN (nothing written), #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_model_find(const rung_model *model, rung_part part, const char *id,
                                     size_t *index);

/** Count the levels of a ladder.
 * @param model the model
 * @param ladder its index
 * @return how many; 0 where there is no such ladder. */
RUNG_API size_t rung_model_level_count(const rung_model *model, size_t ladder);

/** Name a level.
 * @param model the model
 * @param ladder the ladder's index
 * @param level 0 for the lowest
 * @return its id; NULL where there is none.
 * @owner the model. */
RUNG_API const char *rung_model_level_id(const rung_model *model, size_t ladder, size_t level);

/** Give a level's name.
 * @param model the model
 * @param ladder the ladder's index
 * @param level 0 for the lowest
 * @param facet such as "mindset"; NULL or one that the level does not have: "neutral"
 * @param language as in rung_model_part_text()
 * @return the name; NULL where there is no such level.
 * @owner the model. */
RUNG_API const char *rung_model_level_name(const rung_model *model, size_t ladder, size_t level,
                                           const char *facet, const char *language);

/** Tell whether the possible range of a measure's score is exact.
 * @param model the model
 * @param measure its index
 * @return 1 where some answers reach either end, as where each item acts once; 0 where the range is an
 * outer bound, as where an item acts through several terms, or there is no such measure. */
RUNG_API int32_t rung_model_range_is_exact(const rung_model *model, size_t measure);

/** Describe a model for a reader: what it does not measure and what it decides all the same, what it
 * takes from other models, its levels, how it scores, what it asks, what its numbers rest on.
 * @param model the model
 * @param language as in rung_model_part_text()
 * @param out receives UTF-8 text
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_model_describe(const rung_model *model, const char *language,
                                         rung_bytes **out, rung_error *error);

/** Write the questionnaire of a model: what a person is asked, and never what an answer is worth. No
 * level, value or name of a scale is in it.
 *
 * As Markdown: the title; a consent text in English, whose blanks stand in brackets and have to be
 * filled in before use, with the model's own size of the smallest group; the items in model order
 * with their ids and the codes of their answers, a number or a day by its ends; what is not asked,
 * with the reasons. Where several raters answer, each has a section of its own; a block stands as a
 * whole where its first item does, with what is asked of it ("choose exactly 3"). Beliefs are not
 * asked. Of the texts for an absence it offers one each for skipped, not applicable and don't know,
 * and none within a block. As CSV, the code book: a line per item and answer, absences included,
 * with the columns item, kind, rater, block, text, code and label; of a number or a day, code is
 * "0 to 24"; items that are not asked are left out.
 *
 * Control characters become blanks in Markdown and question marks in CSV, what Markdown would read
 * as a sign gets a backslash, and a text that a spreadsheet would run as a formula an apostrophe.
 * @param model the model
 * @param language as in rung_model_part_text(), each text by itself
 * @param format #RUNG_FORMAT_TABLE (Markdown) or #RUNG_FORMAT_CSV
 * @param out receives UTF-8 text
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_UNSUPPORTED (JSON), #RUNG_E_LIMIT (more than 64 MiB), #RUNG_E_MEMORY,
 * #RUNG_E_ARGUMENT
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_model_questionnaire(const rung_model *model, const char *language,
                                              rung_format format, rung_bytes **out,
                                              rung_error *error);

/** Write the header of a file of answers: the ids of the items that are asked, in model order, and
 * no row. With rows of codes under it, a rung_reader reads it without a mapping.
 * @param model the model
 * @param out receives a line of CSV
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_model_template(const rung_model *model, rung_bytes **out,
                                         rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
