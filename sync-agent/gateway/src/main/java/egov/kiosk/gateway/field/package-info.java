/**
 * What the platform's edge knows of grid workers' messages: whose grid is whose, what was rescued.
 */
package egov.kiosk.gateway.field;
