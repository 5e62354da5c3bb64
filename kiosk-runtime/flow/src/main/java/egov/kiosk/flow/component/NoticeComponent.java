package egov.kiosk.flow.component;

import egov.kiosk.flow.desk.SiteNotice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** Says where the machine stands, also while it is no kiosk yet and so has no desk. */
@Component(name = "site-notice", configurationPid = "flow", service = SiteNotice.class)
public final class NoticeComponent implements SiteNotice {
  private volatile FlowConfiguration configuration;

  @Activate
  public NoticeComponent(FlowConfiguration configuration) {
    this.configuration = configuration;
  }

  @Modified
  void modified(FlowConfiguration changed) {
    configuration = changed;
  }

  @Override
  public String site() {
    return configuration.site();
  }

  @Override
  public String helpPhone() {
    return configuration.helpPhone();
  }

  @Override
  public String elsewhere() {
    return configuration.elsewhere();
  }
}
