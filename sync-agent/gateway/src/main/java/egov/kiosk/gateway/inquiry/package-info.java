/** Answers what citizens ask while they wait (decision 0029). */
package egov.kiosk.gateway.inquiry;
