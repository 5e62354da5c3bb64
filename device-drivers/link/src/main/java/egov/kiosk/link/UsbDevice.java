package egov.kiosk.link;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One opened USB device with its first interface claimed for this process alone. */
final class UsbDevice implements AutoCloseable {
  private static final int FIRST_INTERFACE = 0;
  private static final int TEXT_BYTES = 256;

  private final LibUsb usb;
  private final Pointer context;
  private final Pointer handle;
  private final LinkAddress.Usb address;

  private UsbDevice(LibUsb usb, Pointer context, Pointer handle, LinkAddress.Usb address) {
    this.usb = usb;
    this.context = context;
    this.handle = handle;
    this.address = address;
  }

  static UsbDevice open(LibUsb usb, LinkAddress.Usb address) throws LinkException {
    PointerByReference context = new PointerByReference();
    if (usb.libusb_init(context) != 0) {
      throw new LinkException(LinkFault.CANNOT_OPEN, "libusb does not start; is USB there at all?");
    }
    Optional<Pointer> handle = Optional.empty();
    try {
      handle = find(usb, context.getValue(), address);
      if (handle.isEmpty()) {
        throw new LinkException(
            LinkFault.NOT_THERE, address + " is not there; plug the device in or correct it");
      }
      return new UsbDevice(usb, context.getValue(), handle.get(), address);
    } finally {
      if (handle.isEmpty()) {
        usb.libusb_exit(context.getValue());
      }
    }
  }

  private static Optional<Pointer> find(LibUsb usb, Pointer context, LinkAddress.Usb address)
      throws LinkException {
    PointerByReference list = new PointerByReference();
    long count = usb.libusb_get_device_list(context, list);
    if (count < 0) {
      return Optional.empty();
    }
    try {
      for (Pointer device : list.getValue().getPointerArray(0, (int) count)) {
        byte[] descriptor = new byte[LibUsb.DESCRIPTOR_BYTES];
        if (usb.libusb_get_device_descriptor(device, descriptor) == 0
            && isModel(descriptor, address)) {
          Optional<Pointer> handle = claim(usb, device, descriptor, address);
          if (handle.isPresent()) {
            return handle;
          }
        }
      }
      return Optional.empty();
    } finally {
      usb.libusb_free_device_list(list.getValue(), 1);
    }
  }

  private static boolean isModel(byte[] descriptor, LinkAddress.Usb address) {
    ByteBuffer words = ByteBuffer.wrap(descriptor).order(ByteOrder.LITTLE_ENDIAN);
    return Short.toUnsignedInt(words.getShort(LibUsb.VENDOR_AT)) == address.vendor()
        && Short.toUnsignedInt(words.getShort(LibUsb.PRODUCT_AT)) == address.product();
  }

  private static Optional<Pointer> claim(
      LibUsb usb, Pointer device, byte[] descriptor, LinkAddress.Usb address) throws LinkException {
    PointerByReference opened = new PointerByReference();
    int outcome = usb.libusb_open(device, opened);
    if (outcome == LibUsb.ERROR_NO_DEVICE) {
      return Optional.empty();
    }
    if (outcome != 0) {
      throw cannotOpen(address, "give this user the device by a udev rule");
    }
    Pointer handle = opened.getValue();
    boolean claimed = false;
    try {
      if (!hasSerial(usb, handle, descriptor[LibUsb.SERIAL_INDEX_AT], address)) {
        return Optional.empty();
      }
      usb.libusb_set_auto_detach_kernel_driver(handle, 1);
      if (usb.libusb_claim_interface(handle, FIRST_INTERFACE) != 0) {
        throw cannotOpen(address, "stop the other program that holds it");
      }
      claimed = true;
      return Optional.of(handle);
    } finally {
      if (!claimed) {
        usb.libusb_close(handle);
      }
    }
  }

  private static boolean hasSerial(
      LibUsb usb, Pointer handle, byte index, LinkAddress.Usb address) {
    if (address.serial().isEmpty()) {
      return true;
    }
    byte[] text = new byte[TEXT_BYTES];
    int length = usb.libusb_get_string_descriptor_ascii(handle, index, text, text.length);
    return length > 0
        && new String(text, 0, length, StandardCharsets.US_ASCII).equals(address.serial());
  }

  private static LinkException cannotOpen(LinkAddress.Usb address, String advice) {
    return new LinkException(LinkFault.CANNOT_OPEN, address + " does not open; " + advice);
  }

  /** Reads what comes on a pipe; 0 when nothing did in time. */
  int read(int endpoint, byte[] buffer, int millis) throws LinkException {
    return transfer(endpoint, buffer, buffer.length, millis);
  }

  /** Sends bytes on a pipe; fewer than given when time was over. */
  int write(int endpoint, byte[] bytes, int millis) throws LinkException {
    return transfer(endpoint, Arrays.copyOf(bytes, bytes.length), bytes.length, millis);
  }

  private int transfer(int endpoint, byte[] data, int length, int millis) throws LinkException {
    IntByReference moved = new IntByReference();
    int outcome =
        usb.libusb_bulk_transfer(handle, (byte) endpoint, data, length, moved, Math.max(1, millis));
    if (outcome == 0 || outcome == LibUsb.ERROR_TIMEOUT || outcome == LibUsb.ERROR_INTERRUPTED) {
      return Math.max(0, Math.min(length, moved.getValue()));
    }
    throw new LinkException(LinkFault.LOST, address + " went away; check the cable and its plug");
  }

  @Override
  public void close() {
    usb.libusb_release_interface(handle, FIRST_INTERFACE);
    usb.libusb_close(handle);
    usb.libusb_exit(context);
  }
}
