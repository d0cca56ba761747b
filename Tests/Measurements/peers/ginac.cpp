// GiNaC: its own solver, then normal and expand; and shared minors with its gcd. Told and telling as
// flint.c does. A reading anew before each repetition keeps flags cached in an expression from helping.
#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <vector>
#include <ginac/ginac.h>
using namespace GiNaC;
using std::vector;

static double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static std::string line() { std::string s; std::getline(std::cin, s); return s; }

static size_t terms(const ex &e) { return is_a<add>(e) ? e.nops() : (e.is_zero() ? 0 : 1); }

struct System {
    int n;
    vector<std::string> text;
    parser reader;
    matrix A, b, unknowns;
    vector<ex> num, den;

    System(int n, const symtab &table)
        : n(n), reader(table), A(n, n), b(n, 1), unknowns(n, 1), num(n), den(n)
    {
        for (int i = 0; i < n * n + n; i++) text.push_back(line());
        for (int i = 0; i < n; i++) unknowns(i, 0) = symbol("u" + std::to_string(i));
    }

    void read()
    {
        for (int i = 0; i < n * n; i++) A(i / n, i % n) = reader(text[i]);
        for (int i = 0; i < n; i++) b(i, 0) = reader(text[n * n + i]);
    }

    void solve()
    {
        matrix x = A.solve(unknowns, b, solve_algo::markowitz);
        for (int i = 0; i < n; i++) {
            ex parts = x(i, 0).normal().numer_denom();
            num[i] = parts.op(0).expand();
            den[i] = parts.op(1).expand();
        }
    }

    void minors_shared()
    {
        vector<int> row, cost(n, 0);
        int flip = 0;
        for (int i = 0; i < n - 1; i++) {
            row.push_back(i);
            for (int j = 0; j < n; j++) cost[i] += terms(A(i, j));
        }
        for (int i = 1; i < n - 1; i++)
            for (int j = i; j > 0 && cost[row[j]] < cost[row[j - 1]]; j--) { std::swap(row[j], row[j - 1]); flip ^= 1; }
        std::map<unsigned, ex> table;
        table[0] = 1;
        for (int k = 0; k < n - 1; k++) {
            std::map<unsigned, exvector> sums;
            for (auto &entry : table)
                for (int j = 0; j < n; j++) {
                    const ex &e = A(row[k], j);
                    if ((entry.first >> j & 1) || e.is_zero()) continue;
                    ex t = (e * entry.second).expand();
                    sums[entry.first | 1u << j].push_back(__builtin_popcount(entry.first >> j) & 1 ? (-t).expand() : t);
                }
            table.clear();
            for (auto &entry : sums) { ex v = add(entry.second); if (!v.is_zero()) table[entry.first] = v; }
        }
        vector<ex> x(n, 0);
        exvector products;
        for (int j = 0; j < n; j++) {
            auto minor = table.find(((1u << n) - 1) ^ 1u << j);
            if (minor == table.end()) continue;
            x[j] = ((j + n - 1) & 1) ^ flip ? (-minor->second).expand() : minor->second;
            products.push_back((A(n - 1, j) * x[j]).expand());
        }
        reduce(x, ex(add(products)).expand());
    }

    void reduce(const vector<ex> &x, const ex &d)
    {
        int s = -1;
        for (int i = 0; i < n; i++)
            if (!x[i].is_zero() && (s < 0 || terms(x[i]) < terms(x[s]))) s = i;
        ex common = gcd(x[s], d), rest;
        divide(d, common, rest);
        rest = rest.expand();
        for (int i = 0; i < n; i++) {
            if (x[i].is_zero()) { num[i] = 0; den[i] = 1; continue; }
            ex q, top, bottom;
            bool divides = divide(x[i], common, q);
            num[i] = divides ? q.expand() : x[i];
            den[i] = divides ? rest : d;
            if (divides && i == s) continue;
            gcd(num[i], den[i], &top, &bottom);
            num[i] = top.expand();
            den[i] = bottom.expand();
        }
    }

    bool residuals_vanish()
    {
        ex D = den[0];
        for (int i = 1; i < n; i++)
            if (!den[i].is_equal(D) && !(den[i] + D).expand().is_zero()) D = lcm(D, den[i]).expand();
        vector<ex> X(n);
        for (int i = 0; i < n; i++) {
            ex q = 1;
            if (!den[i].is_equal(D) && !divide(D, den[i], q)) return false;
            X[i] = (num[i] * q).expand();
        }
        for (int i = 0; i < n; i++) {
            exvector t{(-b(i, 0) * D).expand()};
            for (int j = 0; j < n; j++)
                if (!A(i, j).is_zero()) t.push_back((A(i, j) * X[j]).expand());
            if (!ex(add(t)).expand().is_zero()) return false;
        }
        return true;
    }
};

template <class Body, class Before>
static void timed(const char *name, int repetitions, double budget, Before before, Body body)
{
    double spent = 0;
    std::cout << "\"" << name << "\": [";
    for (int k = 0; k < repetitions && (k == 0 || spent < budget); k++) {
        before();
        double t = now();
        body();
        t = now() - t;
        spent += t;
        std::cout << (k ? ", " : "") << t;
    }
    std::cout << "], ";
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::cout << "{\"version\": \"" << GINACLIB_MAJOR_VERSION << "." << GINACLIB_MINOR_VERSION << "." << GINACLIB_MICRO_VERSION << "\"}\n";
        return 0;
    }
    std::string method = argv[1];
    int repetitions = std::stoi(argv[2]), symbols = std::stoi(line());
    double budget = std::stod(argv[3]);
    symtab table;
    for (int i = 0; i < symbols; i++) { std::string name = line(); table[name] = symbol(name); }
    System system(std::stoi(line()), table);
    bool holds = true;
    std::cout << "{";
    timed("solve", repetitions, budget, [&] { system.read(); },
          [&] { if (method == "solve") system.solve(); else system.minors_shared(); });
    timed("check", repetitions, budget, [] {}, [&] { holds = system.residuals_vanish() && holds; });
    std::cout << "\"holds\": " << (holds ? "true" : "false");
    for (int i = 0; argv[4][0] == '1' && i < system.n; i++)
        std::cout << (i ? ", " : ", \"answer\": [") << "[\"" << system.num[i] << "\", \"" << system.den[i] << "\"]"
                  << (i == system.n - 1 ? "]" : "");
    std::cout << "}\n";
}
