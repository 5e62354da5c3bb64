package egov.kiosk.updates.table;

import egov.kiosk.updates.lab.DdiServer;
import java.io.IOException;
import java.nio.file.Path;

/** A portal that answers every question with the same page. */
final class PagePortal implements AutoCloseable {
  private final DdiServer server;

  PagePortal() throws IOException {
    server = new DdiServer(Path.of("."));
    server.page = true;
  }

  DdiServer asServer() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
