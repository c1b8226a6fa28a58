# Golden values at every limit, for tests/domain/rules/test_change_golden.py and tests/analysis: Rscript tests/golden/boundaries.R
# Each case is written by hand so that a value lies exactly at a limit, one tenth before it, or one tenth past it; what is
# to be found is calculated here from the papers' formulas (Jacobson & Truax 1991; Tang & DeRubeis 1999) in whole
# millionths of a point, which R's numbers hold exactly. Every case has its twin on a scale where higher is better: the
# score x becomes 40 - x, and so do the means. Writes boundaries_change.csv, boundaries_courses.csv, boundaries_gains.csv.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
m <- 1e6
z <- 1959964                                  # millionths: 1.959964

# --- reliable change, cut-offs and categories -----------------------------------------------------------------------
# Groups: clinical 20 (SD 6), functional 8 (SD 4). Cut-offs: a = 20 - 12 = 8, b = 8 + 8 = 16, c = (6*8 + 4*20)/10 = 12.8
# SD 1 and reliability 0.5: S = sqrt(2 * 1 * 0.5) = 1, so the limit of the RCI is a change of 1.959964 points.
# SD 2 and reliability 0.5: S = 2. SD 10 and reliability 0.755: S = 7. SD 5 and reliability 0.5: S = 5 (limit 9.79982).
case <- function(name, pre, post, sd, rel, kind) list(name = name, pre = pre, post = post, sd = sd, rel = rel, kind = kind)
cases <- list(
  case("rci exactly at the limit, better", 20, 18.040036, 1, 0.5, "a"),
  case("rci a millionth past the limit, better", 20, 18.040035, 1, 0.5, "a"),
  case("rci a millionth before the limit, better", 20, 18.040037, 1, 0.5, "a"),
  case("rci exactly at the limit, worse", 10, 11.959964, 1, 0.5, "c"),
  case("rci a millionth past the limit, worse", 10, 11.959965, 1, 0.5, "c"),
  case("rci exactly at the limit, larger spread", 20, 16.080072, 2, 0.5, "c"),
  case("rci a millionth past it, larger spread", 20, 16.080071, 2, 0.5, "c"),
  case("no change at all", 20, 20, 1, 0.5, "a"),
  case("no change at the cut-off", 8, 8, 1, 0.5, "a"),
  case("from the clinical range to the functional one, a", 20, 7.9, 5, 0.5, "a"),
  case("to exactly the cut-off, a", 20, 8, 5, 0.5, "a"),
  case("to a tenth before the cut-off, a", 20, 8.1, 5, 0.5, "a"),
  case("from exactly the cut-off, a", 20, 30, 5, 0.5, "a"),
  case("from the functional range to exactly the cut-off, b", 2, 16, 5, 0.5, "b"),
  case("from the functional range to past the cut-off, b", 2, 16.1, 5, 0.5, "b"),
  case("from the functional range to a tenth within it, b", 2, 15.9, 5, 0.5, "b"),
  case("from exactly the cut-off to better, b", 16, 6, 5, 0.5, "b"),
  case("from a tenth past the cut-off to better, b", 16.1, 6, 5, 0.5, "b"),
  case("from exactly the cut-off to worse, b", 16, 26, 5, 0.5, "b"),
  case("from a tenth within the functional range to worse, b", 15.9, 26, 5, 0.5, "b"),
  case("to exactly the cut-off, b", 26, 16, 5, 0.5, "b"),
  case("to a tenth past the cut-off, b", 26, 15.9, 5, 0.5, "b"),
  case("from exactly the cut-off, c", 12.8, 2.8, 5, 0.5, "c"),
  case("to exactly the cut-off, c", 22.8, 12.8, 5, 0.5, "c"),
  case("over the cut-off by a tenth on both sides, c", 22.9, 12.7, 5, 0.5, "c"),
  case("from functional to clinical over the cut-off, c", 12.7, 22.9, 5, 0.5, "c"),
  case("from exactly the cut-off to clinical, c", 12.8, 22.8, 5, 0.5, "c"),
  case("worse within the functional range, c", 1, 11, 5, 0.5, "c"),
  case("worse within the clinical range, c", 20, 30, 5, 0.5, "c"),
  case("better within the clinical range, c", 30, 20, 5, 0.5, "c"),
  case("better within the functional range, c", 12, 2, 5, 0.5, "c"),
  case("tenths that are not exact in binary", 8.2, 1.2, 1, 0.5, "a"),
  case("a change of exactly S", 20, 13, 10, 0.755, "c"),
  case("a change of exactly twice S", 20, 6, 10, 0.755, "c"),
  case("no reliability at all", 20, 10, 4, 0, "c")
)
judge_change <- function(k, better) {
  turn <- if (better == "higher") function(x) 40 - x else identity
  sign <- if (better == "higher") 1 else -1                       # towards better
  pre <- round(turn(k$pre) * m); post <- round(turn(k$post) * m)
  mc <- turn(20); mf <- turn(8); sc <- 6; sf <- 4
  cut <- switch(k$kind, a = mc + sign * 2 * sc, b = mf - sign * 2 * sf, c = (sc * mf + sf * mc) / (sc + sf))
  at <- round(cut * m)
  moved <- post - pre
  s2 <- round(2 * k$sd^2 * (1 - k$rel) * 1000) / 1000             # points squared: 1, 4, 50, 49, 32
  rci <- (moved / m) / sqrt(s2)
  # strict, on whole numbers: moved^2 > z^2 * s2; both sides stay under 2^53 as moved / 1e3 does not, so compare roots
  limit <- z * sqrt(s2)
  reliable <- abs(moved) > limit && moved != 0
  if (abs(abs(moved) - limit) < 0.5) reliable <- abs(moved) > round(limit)   # S is whole there: exactly at it is not
  clinical <- sign * (pre - at) < 0; functional <- sign * (post - at) > 0
  category <- if (!reliable) "unchanged" else if (sign * moved > 0) {
    if (clinical && functional) "recovered" else "improved"
  } else if (!clinical && !functional) "harmed" else "deteriorated"
  data.frame(name = k$name, better = better, pre = sprintf("%.6f", pre / m), post = sprintf("%.6f", post / m), sd = k$sd,
    reliability = k$rel, mean_clinical = mc, sd_clinical = sc, mean_functional = mf, sd_functional = sf, kind = k$kind,
    cutoff = sprintf("%.6f", at / m), rci = sprintf("%.6f", rci), reliable = as.integer(reliable), category = category)
}
rows <- do.call(rbind, c(lapply(cases, judge_change, "lower"), lapply(cases, judge_change, "higher")))
rows$name <- paste0('"', rows$name, '"')
write.csv(rows, file.path(here, "boundaries_change.csv"), row.names = FALSE, quote = FALSE)

# --- sudden gains and losses ------------------------------------------------------------------------------------------
# Scores in tenths; NA is a session without a score. Cut-off 7. On the twin scale the score is 40 - x, and the share is of
# that raw score; so its criterion is calculated anew and not mirrored.
na <- NA
series <- list(
  "step exactly 7" = c(80, 82, 12, 10, 10), "step 6.9" = c(80, 82, 13, 10, 10), "step 7.1" = c(80, 82, 11, 10, 10),
  "share exactly a quarter" = c(280, 280, 210, 210, 210), "share just under a quarter" = c(280, 281, 211, 210, 210),
  "share just over a quarter" = c(280, 279, 209, 210, 210), "a quarter of nothing" = c(80, 0, 0, 0, 0),
  "rise exactly 7" = c(10, 12, 82, 82, 82), "rise exactly a quarter" = c(280, 280, 350, 350, 350),
  "all equal" = rep(200, 8), "all equal, then all equal" = c(200, 200, 200, 100, 100, 100),
  "gap before" = c(200, na, 200, 100, 100, 100), "gap after" = c(200, 200, 200, 100, na, 100),
  "gap at the interval" = c(200, 200, na, 100, 100, 100), "gap on both sides of it" = c(200, 200, na, na, 100, 100),
  "one score before" = c(na, 200, 100, 100, 100), "one score after" = c(200, 200, 100, na, na, 100),
  "only one session" = c(200), "only the last session" = c(na, na, na, na, 200), "two sessions" = c(200, 100),
  "up and down" = c(200, 120, 200, 120, 200, 120, 200), "a spread that hides the step" = c(300, 100, 200, 130, 0, 250),
  "a single wild session" = c(200, 200, 60, 200, 200, 200), "gain and loss" = c(200, 200, 100, 100, 100, 190, 200, 200)
)
last <- max(lengths(series))
and3 <- function(x) if (any(!is.na(x) & !x)) FALSE else if (any(is.na(x))) NA else TRUE
judge <- function(x, k, sign) {              # sign 1: a fall of the raw scores
  if (is.na(x[k]) || is.na(x[k + 1])) return(rep(NA, 4))   # nobody saw the step: nothing is known of it
  c1 <- sign * (x[k] - x[k + 1]) >= 70
  c2 <- sign * (x[k] - x[k + 1]) * 4 >= x[k]
  b <- x[max(1, k - 2):k]; a <- x[(k + 1):min(length(x), k + 3)]
  b <- b[!is.na(b)]; a <- a[!is.na(a)]
  c3 <- NA
  if (length(b) > 1 && length(a) > 1) {
    df <- length(b) + length(a) - 2
    pooled <- ((length(b) - 1) * var(b) + (length(a) - 1) * var(a)) / df
    c3 <- sign * (mean(b) - mean(a)) > qt(0.975, df) * sqrt(pooled)
  }
  c(c1, c2, c3, and3(c(c1, c2, c3)))
}
show <- function(v) ifelse(is.na(v), "", ifelse(v, "1", "0"))
courses <- "better,client,session,score"
out <- "better,client,session_before,session_after,gain_c1,gain_c2,gain_c3,gain_all,loss_c1,loss_c2,loss_c3,loss_all"
for (better in c("lower", "higher")) for (name in names(series)) {
  x <- c(series[[name]], rep(NA, last - length(series[[name]])))
  if (better == "higher") x <- 400 - x
  for (s in which(!is.na(x))) courses <- c(courses, sprintf("%s,\"%s\",%d,%.1f", better, name, s, x[s] / 10))
  way <- if (better == "lower") c(1, -1) else c(-1, 1)
  for (k in 2:(last - 2)) out <- c(out, paste(c(better, sprintf("\"%s\"", name), k, k + 1,
    show(judge(x, k, way[1])), show(judge(x, k, way[2]))), collapse = ","))
}
writeLines(courses, file.path(here, "boundaries_courses.csv"))
writeLines(out, file.path(here, "boundaries_gains.csv"))
