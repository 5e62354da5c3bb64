package egov.kiosk.launcher;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kiosk run}: serves citizens until it is stopped. */
@Command(
    name = "run",
    description = "Run the kiosk in the foreground until it is stopped.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private Place place;

  @Override
  public Integer call() throws Exception {
    Installation installation = place.installation();
    Configuration configuration = installation.readConfiguration();
    DataLock lock = DataLock.take(installation.data());
    System.setProperty(
        KioskLogging.DIRECTORY,
        Files.createDirectories(installation.data().resolve("log")).toString());
    EmbeddedFramework framework =
        EmbeddedFramework.start(
            installation.bundles(), installation.data().resolve("osgi"), configuration, List.of());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    framework.close();
                  } catch (BundleException e) {
                    LoggerFactory.getLogger(RunCommand.class).error("unclean stop", e);
                  }
                },
                "shutdown"));
    framework.awaitStop();
    lock.close();
    return 0;
  }
}
