package org.popliteus.examples.spark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The greatest part of the heap that was in use after a collection, and at all, for a while. */
final class HeapWatch {
  private final AtomicLong afterCollection = new AtomicLong();

  HeapWatch() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(
            (notification, unused) -> {
              if (notification.getUserData() instanceof CompositeData data) {
                afterCollection.accumulateAndGet(used(data), Math::max);
              }
            },
            null,
            null);
      }
    }
  }

  private static long used(CompositeData notification) {
    GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(notification);
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage after = info.getGcInfo().getMemoryUsageAfterGc().get(pool.getName());
      used += pool.getType() == MemoryType.HEAP && after != null ? after.getUsed() : 0;
    }
    return used;
  }

  /** Begins anew. */
  void reset() {
    afterCollection.set(0);
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** In MiB; 0 where nothing was collected. */
  long mostAfterCollection() {
    return afterCollection.get() >> 20;
  }

  /** In MiB: the peaks of the heap's parts together, which is never less than the heap's own. */
  long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
