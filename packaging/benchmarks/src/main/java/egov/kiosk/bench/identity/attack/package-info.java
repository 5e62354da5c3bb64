/**
 * Presentation attacks made of pictures by this project's own tools, in the terms of ISO/IEC
 * 30107-3. Simulated attacks test the code; they certify nothing.
 */
package egov.kiosk.bench.identity.attack;
