/** The book of staff: what is kept of each person, and the one sealed file it is kept in. */
package egov.kiosk.access.book;
