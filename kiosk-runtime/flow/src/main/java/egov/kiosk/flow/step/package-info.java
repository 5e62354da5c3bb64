/** One small class for each step a citizen takes, and the work with devices it begins. */
package egov.kiosk.flow.step;
