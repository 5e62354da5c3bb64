package egov.kiosk.localapi;

import egov.kiosk.flow.desk.CitizenDesk;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local API of one kiosk: loopback only, guarded, for one screen. Serves pages from the moment
 * it is opened; calls that need the desk are answered {@code 503 STARTING} until it is there.
 */
public final class LocalApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalApi.class);

  private final LocalServer server;
  private volatile Optional<CitizenDesk> desk = Optional.empty();
  private Optional<CitizenDesk.Listening> listening = Optional.empty();

  private LocalApi(
      int port,
      Tokens tokens,
      Function<String, URL> files,
      Technicians technicians,
      Assistance assistance)
      throws IOException {
    server = new LocalServer(port, tokens, files, new Desks(() -> desk, technicians, assistance));
  }

  /**
   * Opens the port and starts serving, without speech and handwriting.
   *
   * @throws IOException as {@link #open(int, Path, Function, Technicians, Assistance)}
   */
  public static LocalApi open(
      int port, Path runDirectory, Function<String, URL> files, Technicians technicians)
      throws IOException {
    return open(port, runDirectory, files, technicians, new Assistance() {});
  }

  /**
   * Opens the port and starts serving.
   *
   * @param port the port on 127.0.0.1; 0 takes any free one
   * @param runDirectory where {@code ui.token} (what may do all a screen does), {@code
   *     technician.token} (the technician's) and {@code ui.port} (the port taken) are written,
   *     owner-only
   * @param files finds a static file by its path, e.g. {@code /ui/index.html}
   * @param technicians what technicians may ask
   * @param assistance speech and handwriting
   * @throws IOException when the port is taken or the directory cannot be written; says which
   */
  public static LocalApi open(
      int port,
      Path runDirectory,
      Function<String, URL> files,
      Technicians technicians,
      Assistance assistance)
      throws IOException {
    Tokens tokens = Tokens.create(runDirectory);
    LocalApi api;
    try {
      api = new LocalApi(port, tokens, files, technicians, assistance);
    } catch (IOException e) {
      throw new IOException(
          "local-api: port "
              + port
              + " on 127.0.0.1 is taken; is another runtime running? Change"
              + " local-api.port or stop it",
          e);
    }
    api.server.start();
    Files.write(
        runDirectory.resolve("ui.port"),
        Integer.toString(api.port()).getBytes(StandardCharsets.US_ASCII));
    LOG.info("citizen screens are served on http://127.0.0.1:{}/", api.port());
    return api;
  }

  /** The port served. */
  public int port() {
    return server.port();
  }

  /** Serves a desk from now on, or none. */
  public synchronized void serve(Optional<CitizenDesk> opened) {
    listening.ifPresent(CitizenDesk.Listening::close);
    desk = opened;
    listening = opened.map(server::follow);
  }

  /** Stops serving, within 5 seconds. */
  @Override
  public synchronized void close() {
    serve(Optional.empty());
    server.close();
  }
}
