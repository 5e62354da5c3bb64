/** Measuring a pack on labelled pairs: thresholds, and what they mean (ISO/IEC 19795-1). */
package egov.kiosk.facepacks.calibration;
