# Runs code of R for measure.py: a line of JSON in, a line of JSON out.
# SPDX-License-Identifier: Apache-2.0
#
# {"read": {name: CSV}} reads frames. {"code", "figures", "repeat"} runs the code as often as asked for and
# answers with the seconds of one run, the figures, and what was said: warnings, messages, or the error.
suppressMessages(library(jsonlite))
pdf(NULL)
said <- character()
hear <- function(of) {
  said <<- c(said, trimws(conditionMessage(of)))
  if (inherits(of, "warning")) invokeRestart("muffleWarning") else invokeRestart("muffleMessage")
}

run <- function(asked) {
  said <<- character()
  out <- list(error = NULL, seconds = NULL, figures = NULL)
  printed <- capture.output(got <- tryCatch({
    withCallingHandlers({
      code <- parse(text = asked$code)
      start <- proc.time()[["elapsed"]]
      for (i in seq_len(asked$`repeat`)) eval(code, globalenv())
      seconds <- (proc.time()[["elapsed"]] - start) / asked$`repeat`
      list(seconds = seconds, figures = as.numeric(eval(parse(text = asked$figures), globalenv())))
    }, warning = hear, message = hear)
  }, error = function(of) list(error = trimws(conditionMessage(of)))))
  c(got, list(said = I(unique(c(said, printed[nzchar(printed)])))))
}

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  asked <- fromJSON(line)
  if (!is.null(asked$read)) {
    for (name in names(asked$read)) {
      frame <- as.data.frame(lapply(read.csv(asked$read[[name]]), as.numeric))
      assign(name, if (name == "team") frame$team else frame, globalenv())
    }
    answer <- list(said = character())
  } else if (!is.null(asked$versions)) {
    answer <- list(R = paste(R.version$major, R.version$minor, sep = "."))
    for (name in asked$versions) answer[[name]] <- as.character(packageVersion(name))
  } else {
    answer <- run(asked)
  }
  cat(toJSON(answer, auto_unbox = TRUE, digits = NA, na = "null"), "\n", sep = "")
  flush(stdout())
}
