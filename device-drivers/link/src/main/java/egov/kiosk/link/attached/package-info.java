/** What is plugged into the machine besides its devices, and whether it may be. */
package egov.kiosk.link.attached;
