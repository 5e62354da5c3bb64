/**
 * The office printer (A4 打印机) over IPP (RFC 8010, RFC 8011): jobs that are followed to their end.
 */
package egov.kiosk.pageprinter;
