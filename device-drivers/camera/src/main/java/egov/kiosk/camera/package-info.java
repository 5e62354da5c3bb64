/**
 * The camera that looks at the citizen: on while a stream is open, in RAM only, back after a pull.
 */
package egov.kiosk.camera;
