/** What the platform tells, unasked, of applications this kiosk took in (状态推送, decision 0029). */
package egov.kiosk.downlink.progress;
