/** The OSGi skin. */
package egov.kiosk.agent.component;
