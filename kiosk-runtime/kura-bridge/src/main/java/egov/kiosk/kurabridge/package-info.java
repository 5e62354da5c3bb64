/**
 * The bridge to Eclipse Kura: our components in its configuration, our critical threads in its
 * watchdog, our findings on its way to the cloud. Only this room imports {@code org.eclipse.kura}.
 */
package egov.kiosk.kurabridge;
