/** Face packs: the weights of one face comparison, with a digest for every file. JDK only. */
package egov.kiosk.identity.pack;
