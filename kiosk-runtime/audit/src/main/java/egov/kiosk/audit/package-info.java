/** The security audit log (安全审计): records, signed heads, and what keeps them. */
package egov.kiosk.audit;
