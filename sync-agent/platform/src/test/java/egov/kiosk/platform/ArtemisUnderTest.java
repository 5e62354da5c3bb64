package egov.kiosk.platform;

import egov.kiosk.platform.broker.Access;
import egov.kiosk.platform.broker.Broker;
import egov.kiosk.platform.broker.Passwords;
import egov.kiosk.uplinkmqtt.conformance.BrokerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

/** The platform's own broker, for the suite of the uplink. */
final class ArtemisUnderTest implements BrokerUnderTest {
  private final Path directory;
  private final Broker broker;

  private ArtemisUnderTest(Path directory, Broker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  static ArtemisUnderTest start(Path directory, List<String> users) throws IOException {
    SecureRandom random = new SecureRandom();
    Passwords passwords = new Passwords(directory, random);
    ArtemisUnderTest started =
        new ArtemisUnderTest(
            directory, new Broker(directory.resolve("broker"), 0, passwords, random));
    for (String user : users) {
      Path file = started.passwordFile(user);
      Files.writeString(
          file, user.equals(Access.PLATFORM) ? passwords.platform() : Passwords.draw(random));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    started.broker.start();
    return started;
  }

  @Override
  public int port() {
    return broker.port();
  }

  @Override
  public Path passwordFile(String user) {
    return directory.resolve(user + ".password");
  }

  @Override
  public void restart() throws IOException {
    broker.stop();
    broker.start();
  }

  @Override
  public void close() throws IOException {
    broker.close();
  }
}
