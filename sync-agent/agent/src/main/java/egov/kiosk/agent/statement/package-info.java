/** What the kiosk says for itself through the queue: its daily books, and what befell the queue. */
package egov.kiosk.agent.statement;
