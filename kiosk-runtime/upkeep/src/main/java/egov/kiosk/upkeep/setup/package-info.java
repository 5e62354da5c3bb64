/** Sets a machine up and has it accepted (开通与验收). */
package egov.kiosk.upkeep.setup;
