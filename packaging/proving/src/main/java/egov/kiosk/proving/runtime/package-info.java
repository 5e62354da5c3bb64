/** The same with the packaged runtime itself, and a citizen before it. */
package egov.kiosk.proving.runtime;
