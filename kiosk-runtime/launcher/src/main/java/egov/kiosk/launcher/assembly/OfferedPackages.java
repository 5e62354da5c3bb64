package egov.kiosk.launcher.assembly;

/**
 * The packages this class path offers to bundles, in place of bundles of their own: the APIs
 * launcher and bundles share, and the HTTP server, whose classes then come out of the class-data
 * archive.
 */
final class OfferedPackages {
  /** Names and versions as {@code org.osgi.framework.system.packages.extra} wants them. */
  static final String ALL =
      String.join(
          ",",
          "egov.kiosk.launcher.port;version=1.3.0",
          "org.eclipse.jetty.http;version=12.0.33",
          "org.eclipse.jetty.io;version=12.0.33",
          "org.eclipse.jetty.server;version=12.0.33",
          "org.eclipse.jetty.server.handler;version=12.0.33",
          "org.eclipse.jetty.util;version=12.0.33",
          "org.eclipse.jetty.util.thread;version=12.0.33",
          "org.osgi.service.cm;version=1.6.1",
          "org.slf4j;version=2.0.20",
          "org.slf4j.event;version=2.0.20",
          "org.slf4j.helpers;version=2.0.20",
          "org.slf4j.spi;version=2.0.20");

  private OfferedPackages() {}
}
