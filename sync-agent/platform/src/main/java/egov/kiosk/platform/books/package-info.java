/** The books of the platform for development: sample data, and what kiosks handed in here. */
package egov.kiosk.platform.books;
