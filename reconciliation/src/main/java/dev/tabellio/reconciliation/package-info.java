/**
 * From an extracted document to findings and a disposition: rules over one document ({@link
 * dev.tabellio.reconciliation.Reconciler}), then tie-out over several ({@link dev.tabellio.reconciliation.TieOut}). In: the
 * cited fields of a document and its type. Out: every rule that was asked with what it looked at, in a sentence with the
 * values. A document never makes a rule throw; a rule that cannot be decided is a finding.
 *
 * <p>Beside the rules, every document is held against four checks that need no rule; see {@code document.*} in {@link
 * dev.tabellio.reconciliation.Reconciler}.
 *
 * <h2>How a rule is written</h2>
 *
 * A type's {@code rules.yaml} has up to three parts: {@code constants} (figures that rules use: rates by year, lists of
 * codes), {@code rules} (within a document) and {@code tieOut} (across documents).
 *
 * <pre>{@code
 * constants:
 *   wageBase: {"2024": 168600, "2025": 176100}
 * rules:
 *   - id: us-w2.box4-rate
 *     severity: warning                   # warning: noted; error: a person looks; fatal: rejected
 *     says: "the tax ({Box4}) is 6.2 % of boxes 3 and 7 ({Box3 + Box7})"
 *     when: get value(wageBase, TaxYear) != null           # may be left out
 *     expression: abs(Box4 - 0.062 * (Box3 + Box7)) <= 1.00
 *     zeroIfAbsent: [Box7]
 *     examples:
 *       satisfied: [{Box3: 1000.00, Box4: 62.00, TaxYear: "2024"}]
 *       violated: [{Box3: 1000.00, Box4: 26.00, TaxYear: "2024"}]
 *       edge: [{Box3: 1000.00, Box4: 63.00, TaxYear: "2024"}]       # just satisfied
 *       notApplicable: [{Box3: 1000.00}]
 *   - id: us-w2.box17-within-box16
 *     each: StateTaxInfos                 # asked of each row, which is called row
 *     expression: row.StateIncomeTax <= row.StateWagesTipsEtc
 *     ...
 * tieOut:
 *   - id: us-1040.line-1a-w2
 *     join: {type: us-w2, as: w2s, on: "same number(other.Employee.SocialSecurityNumber, Taxpayer.SSN)"}
 *     expression: abs(Box1a - sum(w2s.WagesTipsAndOtherCompensation)) <= count(w2s)
 *     ...
 * }</pre>
 *
 * <p>Names are the fields of the type's {@code schema.json}; in {@code says}, expressions in braces are replaced by their
 * values. A rule is three-valued: it is asked only if every field that its expression names is cited, except those listed
 * in {@code optional} (may be null) and {@code zeroIfAbsent} (a blank means zero on this form). What was found but does not
 * hold as a value is never zero. {@code when} and {@code says} may look at absent fields. The language is described in
 * {@link dev.tabellio.reconciliation.feel}.
 *
 * <p>Examples are obligatory, at least one that satisfies and one that violates the rule: they are its test, run for every
 * type that is shipped and by {@link dev.tabellio.reconciliation.RuleBook#failedExamples()} for a user's.
 */
@NullMarked
package dev.tabellio.reconciliation;

import org.jspecify.annotations.NullMarked;
