package egov.kiosk.proving.stand;

import java.io.IOException;
import java.util.Optional;

/** One gateway with its journal beside it. */
final class JournalPlatform implements Platform {
  private final PlatformProcess gateway;

  JournalPlatform(PlatformProcess gateway) {
    this.gateway = gateway;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    gateway.start();
  }

  @Override
  public void kill() throws InterruptedException {
    gateway.kill();
  }

  @Override
  public void killOne(int which) throws InterruptedException {
    gateway.kill();
  }

  @Override
  public void startOne(int which) throws IOException, InterruptedException {
    gateway.start();
  }

  @Override
  public void killServers() {
    // It has none.
  }

  @Override
  public void startServers() {
    // It has none.
  }

  @Override
  public void look() {
    // It is asked message by message.
  }

  @Override
  public Optional<String> find(String id) throws IOException, InterruptedException {
    return gateway.find(id);
  }

  @Override
  public long count() throws IOException, InterruptedException {
    return gateway.count();
  }

  @Override
  public Discord discord() {
    return Discord.NONE;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
