package egov.kiosk.downlink.component;

import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.inquiry.Standings;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.downlink.progress.ProgressBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps and offers the last state of each application as long as there is a queue. */
@Component(
    configurationPid = "progress",
    service = {ProgressComponent.class, Standings.class, RetainedStore.class})
@Designate(ocd = ProgressConfiguration.class)
public final class ProgressComponent implements Standings, RetainedStore {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressComponent.class);

  private final String directory;
  private final ProgressBook book;

  /**
   * Opens what was kept.
   *
   * @throws IOException when the directory cannot be used
   */
  @Activate
  public ProgressComponent(ProgressConfiguration configuration, @Reference Outbox outbox)
      throws IOException {
    directory = configuration.directory();
    book = ProgressBook.open(Path.of(directory), outbox);
  }

  /** Says what changed in vain. */
  @Modified
  void modified(ProgressConfiguration configuration) {
    if (!configuration.directory().equals(directory)) {
      LOG.warn("progress: its directory takes effect when the runtime is started again");
    }
  }

  ProgressBook book() {
    return book;
  }

  @Override
  public Optional<Standing> last(String number) {
    return book.last(number);
  }

  @Override
  public Holding holding() {
    return book.holding();
  }

  @Override
  public Due due(Instant before) {
    return book.due(before);
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    return book.destroy(before, limit);
  }
}
