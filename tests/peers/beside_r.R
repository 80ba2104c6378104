# Statistics of the tables in a folder by R and its packages, as JSON: Rscript beside_r.R FOLDER
# SPDX-License-Identifier: Apache-2.0
#
# Writes r.json there: of each statistic the function of R that gave it and its numbers, or why there are
# none. beside_statistics.py gives the same numbers in the same order. Where R has no function, the
# definition is written out here as the paper has it, slow and obvious.
folder <- commandArgs(TRUE)[1]
options(warn = -1, survey.lonely.psu = "fail")
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
results <- list()

hold <- function(name, by, value) {
  package <- if (grepl("::", by)) sub("::.*", "", by) else "stats"
  there <- requireNamespace(package, quietly = TRUE)
  got <- if (!there) list(skip = paste("R's package", package, "is not there")) else
    tryCatch({
      sink(nullfile())
      list(value = as.numeric(unlist(suppressMessages(value))))
    }, error = function(e) list(error = conditionMessage(e)), finally = sink())
  results[[name]] <<- c(list(by = by), got)
}

items <- paste0("i", 1:6)
P <- read("people"); K <- read("right"); S <- read("sample"); G <- read("ratings"); W <- read("waves")
full <- na.omit(P[items]); FW <- na.omit(P[c(items, "weight")])
x <- P$x[!is.na(P$x)]; px <- P[!is.na(P$x), ]
both <- na.omit(W[c("before", "after")]); n <- nrow(both)
d <- both$before - both$after; s1 <- sd(both$before); s2 <- sd(both$after); r12 <- cor(both)[1, 2]
raters <- G[paste0("r", 1:4)]; gaps <- as.matrix(G[paste0("gr", 1:4)])

# Columns
hold("describe", "psych::describe", as.matrix(psych::describe(P[items], type = 3))[
  , c("n", "mean", "sd", "median", "trimmed", "mad", "min", "max", "range", "skew", "kurtosis", "se")])
hold("skew and kurtosis, types 1 and 2", "psych::skew",
     sapply(1:2, function(t) c(psych::skew(x, type = t), psych::kurtosi(x, type = t))))
hold("quantiles, types 1 to 9", "quantile",
     sapply(1:9, function(t) quantile(x, c(.03, .1, .25, .5, .77, .9), type = t)))
hold("interpolated quantiles", "psych::interp.quantiles", sapply(c(.25, .5, .75), function(q)
  sapply(P[items], function(item) psych::interp.quantiles(item[!is.na(item)], q = q, w = 1))))
hold("frequencies", "psych::response.frequencies", psych::response.frequencies(P[items]))
hold("groups described", "tapply", sapply(c(mean, sd, median), function(f) tapply(px$x, px$group, f)))
hold("weighted variance", "cov.wt", lapply(c("unbiased", "ML"), function(m)
  cov.wt(px["x"], px$weight / sum(px$weight), method = m)[c("center", "cov")]))
hold("weighted correlations", "psych::cor.wt", psych::cor.wt(FW[items], w = FW$weight)$r)
hold("weighted quantiles", "survey::svyquantile", sapply(c("math", "hf7"), function(rule)
  coef(survey::svyquantile(~x, survey::svydesign(~1, weights = ~weight, data = px),
                           c(.1, .25, .5, .75, .9), qrule = rule, ci = FALSE))))
hold("item examination", "psychometric::item.exam", psychometric::item.exam(full, discrim = TRUE)[
  c("Item.total", "Item.Tot.woi", "Difficulty", "Sample.SD", "Discrimination", "Item.Reliab", "Item.Rel.woi")])
hold("reversed", "psych::reverse.code", psych::reverse.code(-1, P["i1"], mini = 1, maxi = 5))
hold("standardised", "psych::rescale", psych::rescale(P["x"], 50, 10))
hold("winsorised", "psych::winsor", psych::winsor(P$x, trim = .2))
hold("row means", "rowMeans", ifelse(rowSums(!is.na(P[items])) >= 4, rowMeans(P[items], na.rm = TRUE), NA))
hold("longest runs", "rle", apply(P[items], 1, function(row) max(rle(row[!is.na(row)])$lengths)))
hold("variability of rows", "sd", apply(P[items], 1, sd, na.rm = TRUE))
hold("odd against even places", "definition", apply(P[items], 1, function(row) {
  of <- function(places) sapply(places, function(p) mean(row[p], na.rm = TRUE))
  one <- of(c(1, 3, 5)); other <- of(c(2, 4, 6)); whole <- complete.cases(one, other)
  if (sum(whole) < 3) return(NA); r <- cor(one, other); max(-1, 2 * r / (1 + r)) }))
hold("pace", "definition", { seconds <- exp(as.matrix(W[c("a1", "a2")])); each <- t(t(seconds) / c(2, 5))
  c(rowSums(seconds) / 7, (each < 6) %*% c(2, 5) / 7) })
hold("ranks and normal scores", "rank", { r <- rank(P$i1, na.last = "keep"); m <- sum(!is.na(r))
  list(r, qnorm((r - 3 / 8) / (m + 1 / 4)), qnorm((r - 1 / 3) / (m + 1 / 3)), qnorm((r - 1 / 2) / m),
       qnorm(r / (m + 1))) })
hold("norms", "ecdf", { z <- (c(-1, .2, 1.5) - mean(x)) / sd(x); p <- ecdf(x)(c(-1, .2, 1.5))
  list(100 * p, z, 50 + 10 * z, 50 + 10 * qnorm(p), pmin(9, pmax(1, floor(2 * z + 5.5))),
       pmin(10, pmax(1, floor(2 * z + 6)))) })
hold("distance of rows", "mahalanobis", { D <- mahalanobis(full, colMeans(full), cov(full))
  list(D, pchisq(D, 6, lower.tail = FALSE)) })

# Reliability
a <- if (requireNamespace("psych", quietly = TRUE)) { sink(nullfile()); a <- psych::alpha(full); sink(); a }
hold("alpha", "psych::alpha", a$total[c("raw_alpha", "std.alpha", "G6(smc)", "average_r", "S/N", "ase", "mean",
                                        "sd", "median_r")])
hold("alpha by pairs", "psych::alpha", psych::alpha(P[items])$total[c("raw_alpha", "std.alpha", "G6(smc)")])
hold("alpha without an item", "psych::alpha", a$alpha.drop)
hold("items and their scale", "psych::alpha", a$item.stats)
hold("interval of alpha", "psychometric::alpha.CI",
     psychometric::alpha.CI(.7, 6, 300, level = .9)[c("LCL", "UCL")])
hold("Feldt's interval", "psych::alpha.ci", psych::alpha.ci(.7, 300, 6)[c("lower.ci", "upper.ci")])
hold("weighted alpha", "survey::svycralpha",
     survey::svycralpha(~i1 + i2 + i3 + i4 + i5 + i6, survey::svydesign(~1, weights = ~weight, data = FW)))
hold("covariances by pairs", "cov", cov(P[items], use = "pairwise"))
hold("Kuder-Richardson 20", "psychometric::alpha", psychometric::alpha(K))
hold("item-rest correlations", "multilevel::item.total",
     multilevel::item.total(full)[c("Item.Total", "Alpha.Without")])
hold("splits", "psych::splitHalf",
     psych::splitHalf(full, brute = TRUE)[c("maxrb", "minrb", "meanr", "alpha", "lambda2")])
hold("lower bounds", "psych::tenberge", psych::tenberge(cor(full)))
hold("odd and even halves", "cor", { odd <- rowSums(full[c(1, 3, 5)]); even <- rowSums(full[c(2, 4, 6)])
  r <- cor(odd, even); c(r, 2 * r / (1 + r), 2 * (1 - (var(odd) + var(even)) / var(odd + even))) })
hold("scales", "psych::scoreItems", {
  s <- psych::scoreItems(list(a = c("i1", "i2", "i3"), b = c("i4", "i5", "-i6")), full, impute = "none",
                         min = 1, max = 5)
  list(s$cor, t(s$corrected)[lower.tri(s$corrected, TRUE)], s$item.cor, s$item.corrected) })
hold("omega, likelihood", "lavaan::cfa", {
  fit <- lavaan::cfa(paste("f =~", paste(items, collapse = " + ")), full, std.lv = TRUE)
  l <- lavaan::lavInspect(fit, "est"); lambda <- l$lambda[, 1]; theta <- diag(l$theta)
  list(lambda, theta, sum(lambda)^2 / (sum(lambda)^2 + sum(theta)),
       lavaan::fitMeasures(fit, c("chisq", "df", "pvalue", "cfi", "rmsea", "srmr"))) })
hold("omega, least squares", "psych::fa", {
  f <- psych::fa(full, 1, fm = "minres"); l <- f$loadings[, 1]
  list(l, sum(l)^2 / (sum(l)^2 + sum(1 - l^2))) })
hold("errors of scores", "psychometric::SE.Meas",
     c(psychometric::SE.Meas(.8, .7), psychometric::SE.Est(.8, .7), psychometric::SE.Pred(.8, .7)))
hold("true score", "psychometric::Est.true", psychometric::Est.true(4.2, 3.1, .7))
hold("longer tests", "psychometric::SBrel",
     c(psychometric::SBrel(2, .7), psychometric::SBrel(.5, .7), psychometric::SBlength(.9, .7)))
hold("chances of levels", "pnorm", diff(c(0, pnorm(c(2, 3, 4), 3.3, .4), 1)))
hold("certainty of levels", "pnorm", { centre <- mean(x) * .3 + .7 * x; s <- sd(x)
  chance <- function(spread) t(apply(outer(centre, c(-.5, .4, 1.1), function(m, cut) pnorm((cut - m) / spread)), 1,
                                     function(p) diff(c(0, p, 1))))
  at <- cbind(seq_along(x), 1 + findInterval(x, c(-.5, .4, 1.1))); P4 <- chance(s * sqrt(.7 * .3))
  c(mean(P4[at]), mean(apply(P4, 1, max)), mean(rowSums(P4^2)), mean(chance(s * sqrt(1 - .7^2))[at])) })
hold("polychoric, two steps", "polycor::polychor", { p <- polycor::polychor(full$i1, full$i2, std.err = TRUE)
  c(p$rho, p$var[1, 1]^.5, p$chisq, p$df) })
hold("polychoric matrix", "psych::polychoric",
     { p <- psych::polychoric(full); list(p$rho, psych::alpha(p$rho)$total$std.alpha) })
hold("thresholds", "psych::polychoric", t(psych::polychoric(full)$tau))

# Agreement
by_group <- function(found, column) found[match(1:25, as.numeric(as.character(found$grpid))), column]
ag <- na.omit(P[c("group", items)])
for (one in list(c("i1", "one item"), c("all", "scale"))) local({
  data <- if (one[1] == "all") ag[items] else P$i1
  group <- if (one[1] == "all") ag$group else P$group
  rwg <- if (one[1] == "all") "rwg.j" else "rwg"
  hold(paste0("r_wg, ", one[2]), paste0("multilevel::", rwg),
       by_group(getExportedValue("multilevel", rwg)(data, group, ranvar = 2), rwg))
  hold(paste0("a_wg, ", one[2]), "multilevel::awg", by_group(multilevel::awg(data, group, range = c(1, 5)), "a.wg"))
  for (type in c("mean", "median")) hold(paste0("deviation from the ", type, ", ", one[2]), "multilevel::ad.m",
    by_group(multilevel::ad.m(data, group, type = type), "AD.M"))
})
hold("r*_wg", "multilevel::rwg.j.lindell", by_group(multilevel::rwg.j.lindell(ag[items], ag$group, 2), "rwg.lindell"))
hold("agreement by chance", "multilevel::rwg.j.sim", { set.seed(1)
  quantile(multilevel::rwg.j.sim(gsize = 10, nitems = 5, nresp = 5, nrep = 4000)$rwg, c(.9, .95, .99)) })
hold("intraclass correlation of groups", "multilevel::ICC1", { fit <- aov(x ~ factor(group), px)
  f <- anova(fit); c(multilevel::ICC1(fit), multilevel::ICC2(fit), f[1, 4], f[1, 5], f[1, 1], f[2, 1], f[, 3]) })
sb <- if (requireNamespace("psych", quietly = TRUE)) psych::statsBy(P[c("x", "y", "group")], "group", cors = TRUE)
hold("limits of ICC of groups", "psych::statsBy", c(sb$ci1["x", ], sb$ci2["x", ]))
hold("between and within", "psych::statsBy", c(sb$rbg[2, 1], sb$rwg[2, 1], sb$etabg, sb$etawg))
hold("eta and omega squared", "effectsize::eta_squared", { fit <- aov(x ~ factor(group), px)
  c(effectsize::eta_squared(fit, ci = NULL)$Eta2, effectsize::omega_squared(fit, ci = NULL)$Omega2) })
hold("reliability of means of groups", "psychometric::SBrel", psychometric::SBrel(c(2, 7, 25), .12))
hold("intraclass correlation of raters", "psych::ICC", psych::ICC(raters, lmer = FALSE)$results[
  c("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound")])

# Raters
k2 <- function(a, b, ...) psych::cohen.kappa(cbind(raters[[a]], raters[[b]]), levels = 1:5, ...)
hold("kappa", "psych::cohen.kappa", { k <- k2(1, 2); c(k$kappa, k$var.kappa, k$confid[1, c(1, 3)]) })
hold("weighted kappa", "psych::cohen.kappa",
     c(k2(1, 2)$weighted.kappa, k2(1, 2, w = 1 - abs(outer(1:5, 1:5, "-")) / 4)$weighted.kappa))
hold("Light's kappa", "psych::cohen.kappa", mean(combn(4, 2, function(p) k2(p[1], p[2])$kappa)))
hold("Fleiss' kappa", "definition", { counts <- t(apply(raters, 1, function(row) tabulate(row, 5)))
  share <- colSums(counts) / sum(counts); same <- mean((rowSums(counts^2) - 4) / 12)
  (same - sum(share^2)) / (1 - sum(share^2)) })
units <- apply(gaps, 1, function(row) row[!is.na(row)], simplify = FALSE)
units <- units[lengths(units) >= 2]; given <- unlist(units); total <- length(given)
often <- tabulate(given, 5)
alpha_of <- function(differ) {
  seen <- sum(sapply(units, function(u) sum(outer(u, u, Vectorize(differ))) / (length(u) - 1))) / total
  1 - seen / (sum(outer(given, given, Vectorize(differ))) / (total * (total - 1))) }
hold("Krippendorff's alpha", "definition", c(
  alpha_of(function(a, b) a != b),
  alpha_of(function(a, b) (sum(often[min(a, b):max(a, b)]) - (often[a] + often[b]) / 2)^2 * (a != b)),
  alpha_of(function(a, b) (a - b)^2), alpha_of(function(a, b) ((a - b) / (a + b))^2)))
hold("Gwet's AC1", "definition", { share <- tabulate(unlist(raters), 5) / 240
  same <- mean(apply(raters, 1, function(row) (sum(tabulate(row, 5)^2) - 4) / 12))
  chance <- sum(share * (1 - share)) / 4; (same - chance) / (1 - chance) })
hold("Kendall's W", "friedman.test", { f <- friedman.test(t(as.matrix(raters)))
  c(f$statistic, f$parameter, f$p.value, f$statistic / (4 * 59)) })

# Gaps, change, association
hold("paired gap", "t.test", { t <- t.test(both$before, both$after, paired = TRUE)
  c(t$estimate, t$conf.int, t$statistic, t$parameter, t$p.value) })
hold("signed ranks", "wilcox.test", { w <- wilcox.test(both$before, both$after, paired = TRUE, exact = FALSE)
  c(w$statistic, w$p.value) })
hold("paired effect sizes", "effectsize::cohens_d", {
  c(effectsize::cohens_d(both$before, both$after, paired = TRUE)$Cohens_d,
    effectsize::hedges_g(both$before, both$after, paired = TRUE)$Hedges_g,
    mean(d) / sqrt((s1^2 + s2^2) / 2), mean(d) / sd(d) * sqrt(2 * (1 - r12))) })
noncentral <- function(t, df) sapply(c(.975, .025), function(p) uniroot(function(delta)
  pt(t, df, delta) - p, c(t - 12, t + 12), tol = 1e-13)$root)
hold("limits of paired d", "effectsize::cohens_d", unlist(
  effectsize::cohens_d(both$before, both$after, paired = TRUE)[c("CI_low", "CI_high")]))
hold("limits of paired d, by the root", "uniroot",
     noncentral(t.test(both$before, both$after, paired = TRUE)$statistic, n - 1) / sqrt(n))
A <- px$x[px$part == 1]; B <- px$x[px$part == 0]
hold("independent gap", "t.test", lapply(c(FALSE, TRUE), function(v) { t <- t.test(A, B, var.equal = v)
  c(t$conf.int, t$statistic, t$parameter, t$p.value) }))
hold("independent effect sizes", "effectsize::hedges_g", c(
  effectsize::cohens_d(A, B)$Cohens_d, effectsize::hedges_g(A, B)$Hedges_g, effectsize::glass_delta(A, B)$Glass_delta))
hold("limits of independent d", "uniroot", noncentral(
  t.test(A, B, var.equal = TRUE)$statistic, length(A) + length(B) - 2) * sqrt(1 / length(A) + 1 / length(B)))
hold("gap by order", "wilcox.test", { w <- wilcox.test(P$i1[P$part == 1], P$i1[P$part == 0], exact = FALSE)
  c(w$statistic, w$p.value) })
hold("Cliff's delta", "effectsize::rank_biserial", effectsize::rank_biserial(
  na.omit(P$i1[P$part == 1]), na.omit(P$i1[P$part == 0]), ci = NULL)$r_rank_biserial)
for (how in c("holm", "hochberg", "hommel", "bonferroni", "BH", "BY")) local({ way <- how
  hold(paste("adjusted p,", way), "p.adjust", p.adjust(read("p_values")$p, way)) })
hold("Pearson", "cor.test", { t <- cor.test(px$x, px$y)
  c(t$estimate, t$conf.int, t$statistic, t$parameter, t$p.value) })
hold("Spearman", "cor.test", { t <- cor.test(P$i1, P$i2, method = "spearman", exact = FALSE)
  c(t$estimate, t$p.value) })
hold("Kendall", "cor.test", { t <- cor.test(P$i1, P$i2, method = "kendall", exact = FALSE)
  c(t$estimate, t$statistic, t$p.value) })
hold("Goodman and Kruskal's gamma", "definition", { e <- na.omit(P[c("i1", "i2")])
  s <- sign(outer(e$i1, e$i1, "-") * outer(e$i2, e$i2, "-")); sum(s) / sum(abs(s)) })
hold("disattenuated", "psych::correct.cor", psych::correct.cor(matrix(c(1, .4, .4, 1), 2), c(.8, .7))[1, 2])
hold("concordance", "definition", { m <- colMeans(both); v <- cov(both) * (n - 1) / n
  c(2 * v[1, 2] / (v[1, 1] + v[2, 2] + diff(m)^2), r12, sqrt(mean(d^2))) })
hold("limits of agreement", "t.test", c(t.test(d)$estimate, t.test(d)$conf.int, mean(d) + c(-1, 1) * 1.96 * sd(d)))
hold("self and others", "definition", { band <- .5 * sd(both$after)
  c(sum(abs(d) <= band), sum(d > band), sum(d < -band), band) })
hold("profiles", "cor", { a <- as.matrix(W[paste0("a", 1:3)]); b <- as.matrix(W[paste0("b", 1:3)])
  c(sapply(1:nrow(a), function(i) cor(a[i, ], b[i, ])), rowSums((a - b)^2)) })
hold("change", "definition", { se <- sqrt(2) * s1 * sqrt(1 - .8); index <- -d / se
  c(mean(-d), s1 * sqrt(1 - .8), se, 1.96 * se, sum(index > 1.96), sum(index < -1.96), mean(-d) / sd(d), mean(-d) / s1,
    (.8 * s1^2 + .75 * s2^2 - 2 * r12 * s1 * s2) / (s1^2 + s2^2 - 2 * r12 * s1 * s2), index) })
hold("residual change", "lm", { fit <- lm(after ~ before, both); residuals(fit) / sigma(fit) })
hold("transitions", "mcnemar.test", { t <- mcnemar.test(table(W$level, W$later))
  c(table(W$later, W$level), t$statistic, t$parameter, t$p.value) })
hold("importance", "lm", {
  e <- na.omit(P[c("y", "x", "i1", "i2")]); names <- c("x", "i1", "i2")
  R2 <- function(part) if (length(part)) summary(lm(reformulate(part, "y"), e))$r.squared else 0
  orders <- list(c(1, 2, 3), c(1, 3, 2), c(2, 1, 3), c(2, 3, 1), c(3, 1, 2), c(3, 2, 1))
  share <- rowMeans(sapply(orders, function(o) sapply(1:3, function(j) { before <- o[seq_len(match(j, o) - 1)]
    R2(names[c(before, j)]) - R2(names[before]) })))
  z <- coef(lm(y ~ ., as.data.frame(scale(e))))[-1]
  c(share, sapply(names, R2), sapply(1:3, function(j) R2(names) - R2(names[-j])), z, R2(names),
    summary(lm(y ~ ., e))$adj.r.squared) })

# Shares and the bootstrap
counts <- c(0, 1, 13, 40, 59, 60)
hold("Wilson's interval", "prop.test", sapply(counts, function(c) prop.test(c, 60, correct = FALSE)$conf.int))
hold("Clopper and Pearson's interval", "binom.test", sapply(counts, function(c) binom.test(c, 60)$conf.int))
hold("Jeffreys' interval", "qbeta", sapply(c(1, 13, 40), function(c) qbeta(c(.025, .975), c + .5, 60 - c + .5)))
hold("simultaneous intervals", "qchisq", { c <- tabulate(P$i1, 5); N <- sum(c); q <- qchisq(1 - .05 / 5, 1)
  w <- sqrt(q * (q + 4 * c * (N - c) / N)); rbind((q + 2 * c - w), (q + 2 * c + w)) / (2 * (N + q)) })
hold("mean of answers", "qbeta", { v <- 1:5; c <- tabulate(P$i1, 5) + 1 / 5; N <- sum(c); m <- sum(v * c) / N
  s2 <- (sum(v^2 * c) / N - m^2) / (N + 1); u <- (m - 1) / 4; k <- u * (1 - u) / (s2 / 16) - 1
  c(m, sqrt(s2), 1 + 4 * qbeta(c(.025, .975), u * k, (1 - u) * k)) })
hold("net score", "definition", { v <- rep(c(1, 0, -1), c(30, 20, 10)); s <- sqrt(mean(v^2) - mean(v)^2) / sqrt(60)
  c(mean(v), s, mean(v) + qnorm(c(.025, .975)) * s) })
if (requireNamespace("boot", quietly = TRUE)) {
  set.seed(2)
  boot_of <- boot::boot(x[1:80], function(v, rows) mean(v[rows]), 999)
  L <- boot::empinf(boot_of, type = "jack")
  results[["replicates"]] <- list(value = c(boot_of$t0, boot_of$t), jackknife = boot_of$t0 - L / 79)
}
hold("bootstrap intervals", "boot::boot.ci", {
  ci <- boot::boot.ci(boot_of, type = c("norm", "basic", "perc", "bca"), L = L)
  c(ci$normal[2:3], ci$basic[4:5], ci$percent[4:5], ci$bca[4:5]) })

# Surveys
if (requireNamespace("survey", quietly = TRUE)) {
  D <- survey::svydesign(~cluster, strata = ~stratum, weights = ~weight, fpc = ~population, data = S)
  E <- survey::svydesign(~cluster, strata = ~stratum, weights = ~weight, data = S)
}
ends <- function(m, df) c(coef(m), survey::SE(m), confint(m, df = df))
hold("survey mean", "survey::svymean", c(ends(survey::svymean(~value, D), survey::degf(D)), survey::degf(D),
  survey::deff(survey::svymean(~value, D, deff = TRUE)), survey::deff(survey::svymean(~value, D, deff = "replace"))))
hold("survey mean, with replacement", "survey::svymean", ends(survey::svymean(~value, E), survey::degf(E)))
hold("survey total", "survey::svytotal", ends(survey::svytotal(~value, D), survey::degf(D)))
hold("survey ratio", "survey::svyratio", { m <- survey::svyratio(~value, ~size, D); c(coef(m), survey::SE(m)) })
hold("survey variance", "survey::svyvar", { m <- survey::svyvar(~value, D); c(coef(m), survey::SE(m)) })
hold("survey domain", "survey::svymean", { m <- survey::svymean(~value, subset(D, side == 1)); c(coef(m), survey::SE(m)) })
hold("survey covariances", "survey::svymean", vcov(survey::svymean(~value + size + yes, D)))
hold("survey difference", "survey::svyttest", { t <- survey::svyttest(value ~ side, D)
  c(t$estimate, t$statistic, t$parameter, t$p.value, t$conf.int) })
hold("survey kappa", "survey::svykappa", { m <- survey::svykappa(~yes + also, survey::svydesign(
  ~cluster, strata = ~stratum, weights = ~weight, fpc = ~population, data = transform(
    S, yes = factor(yes), also = factor(also)))); c(coef(m), survey::SE(m)) })
hold("survey share", "survey::svyciprop", sapply(c("logit", "beta"), function(m) {
  p <- survey::svyciprop(~yes, D, method = m); c(coef(p), attr(p, "ci")) }))
hold("survey quantiles", "survey::svyquantile", survey::svyquantile(
  ~value, D, c(.25, .5, .75), qrule = "math", interval.type = "mean")$value)
sex <- data.frame(sex = c("f", "m"), Freq = c(300, 500))
age <- data.frame(age = c("mid", "new", "old"), Freq = c(250, 350, 200))
hold("post-stratified", "survey::postStratify", { Q <- survey::postStratify(E, ~sex, sex)
  m <- survey::svymean(~value, Q); c(weights(Q), coef(m), survey::SE(m)) })
raked <- if (requireNamespace("survey", quietly = TRUE)) survey::rake(
  E, list(~sex, ~age), list(sex, age), control = list(maxit = 1000, epsilon = 1e-12, verbose = FALSE))
hold("raked", "survey::rake", { m <- survey::svymean(~value, raked); c(weights(raked), coef(m), survey::SE(m)) })
# Strict on one side only: on two, survey lets weights that stand at a limit share again, off the limit.
hold("trimmed weights", "survey::trimWeights", c(
  weights(survey::trimWeights(E, lower = 8, upper = 25)),
  weights(survey::trimWeights(E, upper = 20, strict = TRUE))))

# Distributions: a row a place, with the arguments as R takes them
places <- read("places")
near <- function(t, df, p) uniroot(function(delta) pt(t, df, delta) - p, c(t - 15, t + 15), tol = 1e-14)$root
R <- list(normal_cdf = c("pnorm", 1), normal_upper = c("pnorm", 0), normal_quantile = c("qnorm", 1),
          gamma_cdf = c("pgamma", 1), gamma_upper = c("pgamma", 0), gamma_quantile = c("qgamma", 1),
          beta_cdf = c("pbeta", 1), beta_upper = c("pbeta", 0), beta_quantile = c("qbeta", 1),
          chi_square_cdf = c("pchisq", 1), chi_square_upper = c("pchisq", 0), chi_square_quantile = c("qchisq", 1),
          t_cdf = c("pt", 1), t_upper = c("pt", 0), t_quantile = c("qt", 1), f_cdf = c("pf", 1),
          f_upper = c("pf", 0), f_quantile = c("qf", 1), noncentral_t_cdf = c("pt", 1),
          noncentral_t_quantile = c("qt", 1))
arity <- table(sub("_cdf|_upper|_quantile", "", names(R)))
for (name in unique(places$name)) local({
  this <- name; at <- places[places$name == this, c("a", "b", "c")]
  at <- at[, colSums(!is.na(at)) > 0, drop = FALSE]
  call <- if (this == "noncentral_t_delta") mapply(near, at$a, at$b, at$c)
    else if (this == "log_gamma") lgamma(at$a)
    else if (this == "normal_density") dnorm(at$a)
    else if (this == "bivariate_normal_cdf") NULL
    else do.call(R[[this]][1], c(unname(as.list(at)), list(lower.tail = R[[this]][2] == "1")))
  by <- if (this %in% names(R)) R[[this]][1] else c(noncentral_t_delta = "uniroot", log_gamma = "lgamma",
    normal_density = "dnorm", bivariate_normal_cdf = "mvtnorm::pmvnorm")[[this]]
  hold(this, by, if (!is.null(call)) call else mapply(function(x, y, rho) mvtnorm::pmvnorm(
    upper = c(x, y), corr = matrix(c(1, rho, rho, 1), 2), algorithm = mvtnorm::TVPACK(1e-15)), at$a, at$b, at$c))
})

if (!requireNamespace("jsonlite", quietly = TRUE)) quit(status = 3)
jsonlite::write_json(results, file.path(folder, "r.json"), digits = NA, na = "null", auto_unbox = TRUE)
