# Golden values for tests/domain/rules/test_change_golden.py and tests/analysis, calculated outside this code: Rscript tests/golden/change.R
# Written from the papers' formulas (Jacobson & Truax 1991; Tang & DeRubeis 1999), in whole tenths of a point, so that a
# value at a limit is at it. Writes change.csv and gains.csv beside this file.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
z <- 1.959964

set.seed(1979)
n <- 400
pre <- sample(0:400, n, replace = TRUE)
post <- pmin(400, pmax(0, pre + round(rnorm(n, -40, 90))))
sd <- sample(c(40, 62, 75, 100), n, replace = TRUE)          # tenths
rel <- sample(c(0, 0.5, 0.75, 0.84, 0.9), n, replace = TRUE)
mc <- sample(150:250, n, replace = TRUE); sc <- sample(30:90, n, replace = TRUE)
mf <- sample(40:140, n, replace = TRUE); sf <- sample(20:70, n, replace = TRUE)
kind <- sample(c("a", "b", "c"), n, replace = TRUE)
# limits: at the cut-off before and after, no change, a published-looking round change
cut_a <- mc - 2 * sc; cut_b <- mf + 2 * sf; cut_c <- (sc * mf + sf * mc) / (sc + sf)
cut <- ifelse(kind == "a", cut_a, ifelse(kind == "b", cut_b, cut_c))
at <- seq(1, n, by = 7); pre[at] <- pmax(0, floor(cut[at]))
at <- seq(3, n, by = 11); post[at] <- pmax(0, floor(cut[at]))
at <- seq(5, n, by = 13); post[at] <- pre[at]
s2 <- 2 * sd^2 * (1 - rel)
rci <- (post - pre) / sqrt(s2)
reliable <- (post - pre)^2 > z^2 * s2
better <- post < pre
clinical <- pre > cut; functional <- post < cut
category <- ifelse(!reliable | post == pre, "unchanged",
  ifelse(better, ifelse(clinical & functional, "recovered", "improved"),
    ifelse(!clinical & !functional, "harmed", "deteriorated")))
write.csv(data.frame(pre = pre / 10, post = post / 10, sd = sd / 10, reliability = rel,
  mean_clinical = mc / 10, sd_clinical = sc / 10, mean_functional = mf / 10, sd_functional = sf / 10,
  kind = kind, cutoff = sprintf("%.9f", cut / 10), rci = sprintf("%.6f", rci), category = category),
  file.path(here, "change.csv"), row.names = FALSE, quote = FALSE)

and3 <- function(x) if (any(!is.na(x) & !x)) FALSE else if (any(is.na(x))) NA else TRUE
judge <- function(x, k, cutoff, sign) {
  if (is.na(x[k]) || is.na(x[k + 1])) return(rep(NA, 4))   # nobody saw the step: nothing is known of it
  c1 <- sign * (x[k] - x[k + 1]) >= cutoff
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
out <- c("client,session_before,session_after,gain_c1,gain_c2,gain_c3,gain_all,loss_c1,loss_c2,loss_c3,loss_all")
courses <- c("client,session,score")
for (i in 1:80) {
  len <- if (i %% 10 == 0) 12 else sample(1:12, 1)
  x <- rep(NA_real_, 12)
  x[1:len] <- round(pmin(400, pmax(0, 250 + cumsum(sample(c(-100, -70, -62, -20, -10, 0, 10, 20, 70, 80), len, TRUE)))))
  if (i %% 7 == 0) x[1:len] <- 200
  if (i %% 9 == 0 && len > 3) { x[3] <- x[2] - 70 }
  x[sample(1:12, sample(0:3, 1))] <- NA
  if (i == 80) x[12] <- 100
  for (s in which(!is.na(x))) courses <- c(courses, sprintf("C%02d,%d,%.1f", i, s, x[s] / 10))
  if (all(is.na(x))) next
  for (k in 2:10) out <- c(out, paste(c(sprintf("C%02d", i), k, k + 1,
    show(judge(x, k, 70, 1)), show(judge(x, k, 70, -1))), collapse = ","))
}
writeLines(out, file.path(here, "gains.csv"))
writeLines(courses, file.path(here, "courses.csv"))
