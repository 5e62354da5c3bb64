/** The store every worker of a gateway shares: PostgreSQL, in plain SQL. */
package egov.kiosk.gateway.postgres;
