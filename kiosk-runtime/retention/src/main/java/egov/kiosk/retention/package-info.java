/** The daily destruction of what is over its time (留存到期销毁), and the time it goes by. */
package egov.kiosk.retention;
