/* FLINT from C: linear systems over fmpz_mpoly, solved to lowest terms and put back.

   flint version                              the version as JSON
   flint METHOD REPETITIONS BUDGET ANSWER     a system on standard input, see peers.py; JSON out

   FLINT ships no solver for such systems; these are the best that we found on its polynomials.
     minors_shared  Cramer's rule, all cofactors of the last row from one table of minors
     bareiss        fraction-free elimination, cheapest pivot, fraction-free back substitution
     fractions      elimination over the fraction field, each entry in lowest terms, Markowitz pivots
   The first two divide the common factor of the shortest numerator and the determinant out of all
   and then prove each pair coprime. The right side must be the last unit vector. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "flint/flint.h"
#include "flint/fmpz.h"
#include "flint/fmpz_mpoly.h"

typedef fmpz_mpoly_struct poly;
static fmpz_mpoly_ctx_t ctx;
static slong n;                  /* unknowns */
static poly *A, *b, *num, *den;  /* n x n, n, n, n */

#define mul(r, x, y) fmpz_mpoly_mul(r, x, y, ctx)
#define add(r, x, y) fmpz_mpoly_add(r, x, y, ctx)
#define sub(r, x, y) fmpz_mpoly_sub(r, x, y, ctx)
#define neg(r, x) fmpz_mpoly_neg(r, x, ctx)
#define set(r, x) fmpz_mpoly_set(r, x, ctx)
#define zero(r) fmpz_mpoly_zero(r, ctx)
#define one(r) fmpz_mpoly_one(r, ctx)
#define gcd(r, x, y) fmpz_mpoly_gcd(r, x, y, ctx)
#define divides(r, x, y) fmpz_mpoly_divides(r, x, y, ctx)
#define equal(x, y) fmpz_mpoly_equal(x, y, ctx)
#define is_one(x) fmpz_mpoly_is_one(x, ctx)
#define AT(i, j) (A + (i) * n + (j))

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static char *line(void)
{
    char *s = NULL;
    size_t k = 0;
    ssize_t r = getline(&s, &k, stdin);
    if (r < 0) { fprintf(stderr, "the system is cut short\n"); exit(2); }
    if (r > 0 && s[r - 1] == '\n') s[r - 1] = 0;
    return s;
}

static poly *vec(slong k)
{
    poly *v = malloc(k * sizeof(*v));
    for (slong i = 0; i < k; i++) fmpz_mpoly_init(v + i, ctx);
    return v;
}

static void unvec(poly *v, slong k)
{
    for (slong i = 0; i < k; i++) fmpz_mpoly_clear(v + i, ctx);
    free(v);
}

static int is_unit(const poly *g)
{
    return fmpz_mpoly_is_fmpz(g, ctx) && g->length == 1 && fmpz_is_pm1(g->coeffs);
}

/* x / d in lowest terms, into num and den */
static void reduce(poly *x, const poly *d)
{
    slong s = -1;
    poly *g0 = vec(1), *d0 = vec(1), *g = vec(1);
    for (slong i = 0; i < n; i++)
        if (x[i].length && (s < 0 || x[i].length < x[s].length)) s = i;
    gcd(g0, x + s, d);
    divides(d0, d, g0);
    for (slong i = 0; i < n; i++) {
        if (!x[i].length) { zero(num + i); one(den + i); continue; }
        if (divides(num + i, x + i, g0)) {
            set(den + i, d0);
            if (i == s) continue;
        } else { set(num + i, x + i); set(den + i, d); }
        gcd(g, num + i, den + i);
        if (!is_unit(g)) {
            divides(num + i, num + i, g);
            divides(den + i, den + i, g);
        }
    }
    unvec(g0, 1); unvec(d0, 1); unvec(g, 1);
}

static void bareiss(void)
{
    slong w = n + 1, row[n];
    poly *M = vec(n * w), *x = vec(n), *prev = vec(1), *t = vec(1), *u = vec(1);
#define MT(i, j) (M + row[i] * w + (j))
    for (slong i = 0; i < n; i++) {
        row[i] = i;
        for (slong j = 0; j < n; j++) set(MT(i, j), AT(i, j));
        set(MT(i, n), b + i);
    }
    one(prev);
    for (slong k = 0; k < n; k++) {
        slong p = -1, c0 = 0, c1 = 0;
        for (slong i = k; i < n; i++)
            if (MT(i, k)->length) {
                slong a0 = MT(i, k)->length, a1 = 0;
                for (slong j = 0; j <= n; j++) a1 += MT(i, j)->length;
                if (p < 0 || a0 < c0 || (a0 == c0 && a1 < c1)) { p = i; c0 = a0; c1 = a1; }
            }
        slong q = row[k]; row[k] = row[p]; row[p] = q;
        for (slong i = k + 1; i < n; i++) {
            for (slong j = k + 1; j <= n; j++) {
                if (!MT(i, j)->length && (!MT(i, k)->length || !MT(k, j)->length)) continue;
                mul(t, MT(k, k), MT(i, j));
                mul(u, MT(i, k), MT(k, j));
                sub(t, t, u);
                if (k) divides(MT(i, j), t, prev);
                else fmpz_mpoly_swap(MT(i, j), t, ctx);
            }
            zero(MT(i, k));
        }
        set(prev, MT(k, k));
    }
    set(x + n - 1, MT(n - 1, n));
    for (slong i = n - 2; i >= 0; i--) {
        mul(t, prev, MT(i, n));
        for (slong j = i + 1; j < n; j++) {
            mul(u, MT(i, j), x + j);
            sub(t, t, u);
        }
        divides(x + i, t, MT(i, i));
    }
    reduce(x, prev);
    unvec(M, n * w); unvec(x, n); unvec(prev, 1); unvec(t, 1); unvec(u, 1);
}

/* minors of the first rows over subsets of columns, in a plain table that the subset indexes */
static void minors_shared(void)
{
    ulong full = (UWORD(1) << n) - 1;
    poly **cur = calloc(full + 1, sizeof(*cur)), **nxt = calloc(full + 1, sizeof(*nxt)), *t = vec(1);
    ulong *cm = malloc((full + 1) * sizeof(ulong)), *nm = malloc((full + 1) * sizeof(ulong));
    slong nc = 0, nn = 0, row[n], cost[n];
    int flip = 0;
    for (slong i = 0; i < n - 1; i++) {
        row[i] = i; cost[i] = 0;
        for (slong j = 0; j < n; j++) cost[i] += AT(i, j)->length;
    }
    for (slong i = 1; i < n - 1; i++)  /* cheap rows first */
        for (slong j = i; j > 0 && cost[row[j]] < cost[row[j - 1]]; j--) {
            slong q = row[j]; row[j] = row[j - 1]; row[j - 1] = q; flip ^= 1;
        }
    cur[0] = vec(1);
    one(cur[0]);
    cm[nc++] = 0;
    for (slong k = 0; k < n - 1; k++) {
        nn = 0;
        for (slong a = 0; a < nc; a++) {
            ulong m = cm[a];
            for (slong j = 0; cur[m]->length && j < n; j++) {
                poly *e = AT(row[k], j);
                if ((m >> j & 1) || !e->length) continue;
                ulong q = m | UWORD(1) << j;
                int odd = __builtin_popcountl(m >> j) & 1, first = !nxt[q];
                if (first) { nxt[q] = vec(1); nm[nn++] = q; }
                mul(first ? nxt[q] : t, e, cur[m]);
                if (first) { if (odd) neg(nxt[q], nxt[q]); }
                else if (odd) sub(nxt[q], nxt[q], t);
                else add(nxt[q], nxt[q], t);
            }
            unvec(cur[m], 1);
            cur[m] = NULL;
        }
        poly **z = cur; cur = nxt; nxt = z;
        ulong *y = cm; cm = nm; nm = y;
        nc = nn;
    }
    poly *x = vec(n), *d = vec(1);
    for (slong j = 0; j < n; j++) {
        poly *v = cur[full ^ (UWORD(1) << j)];
        if (!v) continue;
        if (((j + n - 1) & 1) ^ flip) neg(x + j, v);
        else fmpz_mpoly_swap(x + j, v, ctx);
        unvec(v, 1);
        mul(t, AT(n - 1, j), x + j);
        add(d, d, t);
    }
    reduce(x, d);
    unvec(x, n); unvec(d, 1); unvec(t, 1);
    free(cur); free(nxt); free(cm); free(nm);
}

/* fractions in lowest terms, + and * by Henrici's rules */
typedef struct { poly n, d; } frac;
static poly *fg, *fh, *fa, *fb, *fc, *fd;

static void frac_init(frac *f)
{
    fmpz_mpoly_init(&f->n, ctx); fmpz_mpoly_init(&f->d, ctx);
    one(&f->d);
}

static void frac_clear(frac *f) { fmpz_mpoly_clear(&f->n, ctx); fmpz_mpoly_clear(&f->d, ctx); }

static void cancel(poly *x, poly *y)
{
    if (is_one(y)) return;
    gcd(fg, x, y);
    if (!is_one(fg)) { divides(x, x, fg); divides(y, y, fg); }
}

/* r = (an / ad) * (bn / bd) */
static void frac_mul(frac *r, const poly *an, const poly *ad, const poly *bn, const poly *bd)
{
    if (!an->length || !bn->length) { zero(&r->n); one(&r->d); return; }
    set(fa, an); set(fb, bn); set(fc, ad); set(fd, bd);
    cancel(fa, fd);
    cancel(fb, fc);
    mul(&r->n, fa, fb);
    mul(&r->d, fc, fd);
}

static void frac_sub(frac *a, const frac *c)  /* a -= c */
{
    if (!c->n.length) return;
    if (!a->n.length) { neg(&a->n, &c->n); set(&a->d, &c->d); return; }
    if (equal(&a->d, &c->d)) {
        sub(&a->n, &a->n, &c->n);
        if (is_one(&a->d)) return;
        gcd(fh, &a->n, &a->d);
    } else {
        gcd(fg, &a->d, &c->d);
        int coprime = is_one(fg);
        if (!coprime) { divides(fc, &a->d, fg); divides(fd, &c->d, fg); }
        mul(fa, &a->n, coprime ? &c->d : fd);
        mul(fb, &c->n, coprime ? &a->d : fc);
        sub(&a->n, fa, fb);
        if (coprime) { mul(&a->d, &a->d, &c->d); return; }
        gcd(fh, &a->n, fg);
        mul(&a->d, fc, &c->d);
    }
    if (!a->n.length) { one(&a->d); return; }
    if (!is_one(fh)) { divides(&a->n, &a->n, fh); divides(&a->d, &a->d, fh); }
}

static void fractions(void)
{
    slong w = n + 1, row[n], col[n];
    frac *M = malloc(n * w * sizeof(frac)), f, t;
#define FT(i, j) (M + row[i] * w + ((j) < n ? col[j] : n))
    for (slong i = 0; i < n * w; i++) frac_init(M + i);
    frac_init(&f); frac_init(&t);
    for (slong i = 0; i < n; i++) {
        row[i] = col[i] = i;
        for (slong j = 0; j < n; j++) set(&M[i * w + j].n, AT(i, j));
        set(&M[i * w + n].n, b + i);
    }
    for (slong k = 0; k < n; k++) {
        slong rc[n], cc[n], bi = -1, bj = -1, b0 = 0, b1 = 0;
        for (slong i = k; i < n; i++) rc[i] = cc[i] = 0;
        for (slong i = k; i < n; i++)
            for (slong j = k; j < n; j++)
                if (FT(i, j)->n.length) { rc[i]++; cc[j]++; }
        for (slong i = k; i < n; i++)
            for (slong j = k; j < n; j++) {
                frac *e = FT(i, j);
                slong m0 = (rc[i] - 1) * (cc[j] - 1), m1 = e->n.length + e->d.length;
                if (e->n.length && (bi < 0 || m0 < b0 || (m0 == b0 && m1 < b1))) { bi = i; bj = j; b0 = m0; b1 = m1; }
            }
        slong q = row[k]; row[k] = row[bi]; row[bi] = q;
        q = col[k]; col[k] = col[bj]; col[bj] = q;
        frac *p = FT(k, k);
        for (slong i = k + 1; i < n; i++) {
            frac *e = FT(i, k);
            if (!e->n.length) continue;
            frac_mul(&f, &e->n, &e->d, &p->d, &p->n);
            for (slong j = k + 1; j <= n; j++) {
                frac *u = FT(k, j);
                if (!u->n.length) continue;
                frac_mul(&t, &f.n, &f.d, &u->n, &u->d);
                frac_sub(FT(i, j), &t);
            }
            zero(&e->n); one(&e->d);
        }
    }
    for (slong k = n - 1; k >= 0; k--) {
        frac *r = FT(k, n), *p = FT(k, k);
        for (slong j = k + 1; j < n; j++) {
            frac *u = FT(k, j);
            if (!u->n.length) continue;
            frac_mul(&t, &u->n, &u->d, num + col[j], den + col[j]);
            frac_sub(r, &t);
        }
        frac_mul(&t, &r->n, &r->d, &p->d, &p->n);
        set(num + col[k], &t.n);
        set(den + col[k], &t.d);
    }
    /* one sign for all denominators, so that putting back finds them equal */
    for (slong i = 0; i < n; i++)
        if (fmpz_sgn(den[i].coeffs) < 0) { neg(num + i, num + i); neg(den + i, den + i); }
    for (slong i = 0; i < n * w; i++) frac_clear(M + i);
    free(M); frac_clear(&f); frac_clear(&t);
}

/* A x - b over the common denominator */
static int residuals_vanish(void)
{
    int ok = 1, same = 1;
    poly *X = vec(n), *D = vec(1), *t = vec(1), *r = vec(1), *g = vec(1);
    set(D, den);
    for (slong i = 1; i < n; i++)
        if (!equal(D, den + i)) {
            same = 0;
            gcd(g, D, den + i);
            divides(t, den + i, g);
            mul(D, D, t);
        }
    for (slong i = 0; !same && i < n; i++) {
        divides(t, D, den + i);
        mul(X + i, num + i, t);
    }
    for (slong i = 0; i < n && ok; i++) {
        zero(r);
        if (b[i].length) { mul(r, b + i, D); neg(r, r); }
        for (slong j = 0; j < n; j++)
            if (AT(i, j)->length) {
                mul(t, AT(i, j), same ? num + j : X + j);
                add(r, r, t);
            }
        ok = r->length == 0;
    }
    unvec(X, n); unvec(D, 1); unvec(t, 1); unvec(r, 1); unvec(g, 1);
    return ok;
}

static int put_back_ok = 1;
static void put_back(void) { put_back_ok &= residuals_vanish(); }

static void timed(const char *name, void (*body)(void), int repetitions, double budget)
{
    double spent = 0;
    printf("\"%s\": [", name);
    for (int k = 0; k < repetitions && (k == 0 || spent < budget); k++) {
        double t = now();
        body();
        t = now() - t;
        spent += t;
        printf("%s%.9g", k ? ", " : "", t);
    }
    printf("], ");
}

int main(int argc, char **argv)
{
    if (argc != 5) { printf("{\"version\": \"%s\"}\n", flint_version); return 0; }
    void (*method)(void) = !strcmp(argv[1], "bareiss") ? bareiss
        : !strcmp(argv[1], "fractions") ? fractions : minors_shared;
    slong symbols = atol(line());
    const char *names[symbols + 1];
    for (slong i = 0; i < symbols; i++) names[i] = line();
    n = atol(line());
    fmpz_mpoly_ctx_init(ctx, symbols, ORD_DEGREVLEX);
    A = vec(n * n); b = vec(n); num = vec(n); den = vec(n);
    fg = vec(1); fh = vec(1); fa = vec(1); fb = vec(1); fc = vec(1); fd = vec(1);
    for (slong i = 0; i < n * n + n; i++)
        if (fmpz_mpoly_set_str_pretty(i < n * n ? A + i : b + (i - n * n), line(), names, ctx)) {
            fprintf(stderr, "a polynomial cannot be read\n");
            return 3;
        }
    int repetitions = atoi(argv[2]);
    double budget = atof(argv[3]);
    printf("{");
    timed("solve", method, repetitions, budget);
    timed("check", put_back, repetitions, budget);
    printf("\"holds\": %s", put_back_ok ? "true" : "false");
    for (slong i = 0; argv[4][0] == '1' && i < n; i++)
        printf("%s[\"%s\", \"%s\"]%s", i ? ", " : ", \"answer\": [",
               fmpz_mpoly_get_str_pretty(num + i, names, ctx),
               fmpz_mpoly_get_str_pretty(den + i, names, ctx), i == n - 1 ? "]" : "");
    printf("}\n");
    return 0;
}
