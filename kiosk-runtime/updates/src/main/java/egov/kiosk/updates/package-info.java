/** Updates (升级): what was refused and why; the work itself is in the packages below. */
package egov.kiosk.updates;
