/** Who may say what the program is: roles, keys, thresholds, versions (TUF's role model). */
package egov.kiosk.updates.trust;
