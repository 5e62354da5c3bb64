/**
 * The print ledger (打印台账): a small journal that knows of every slip and copy whether it is on
 * paper, is not, or must be looked for by a person.
 */
package egov.kiosk.printledger;
