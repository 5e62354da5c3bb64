/** What the kiosk's command line does with face packs, without a framework. */
package egov.kiosk.facepacks.tool;
