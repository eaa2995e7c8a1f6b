package dev.rampart.http.bulk;

/** Where in a line of CSV one is (RFC 4180 §2): only what begins with a quote is quoted. */
enum Quotes {
    BEFORE_A_CELL,
    OUTSIDE,
    INSIDE,
    /** Behind a quote that ends the cell, or is the first of two that stand for one. */
    BEHIND;

    Quotes after(int next) {
        return switch (this) {
            case BEFORE_A_CELL -> next == '"' ? INSIDE : outside(next);
            case OUTSIDE -> outside(next);
            case INSIDE -> next == '"' ? BEHIND : INSIDE;
            case BEHIND -> next == '"' ? INSIDE : outside(next);
        };
    }

    private static Quotes outside(int next) {
        return next == ',' ? BEFORE_A_CELL : OUTSIDE;
    }
}
