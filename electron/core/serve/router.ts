import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import {
  BenchInput,
  type BothLanguages,
  CalendarInput,
  CompanyInput,
  CoverInput,
  ExportInput,
  FeedInput,
  FeedTitleInput,
  GapDecisionInput,
  GatewayInput,
  GatewayTestInput,
  HandOverDeskInput,
  ImportInput,
  InboxDecision,
  IncidentAction,
  Language,
  OutboxFilter,
  PolicyPlace,
  PolicySaveInput,
  PracticeReply,
  PreviewInput,
  Property,
  ReadinessAcceptance,
  ReminderSettings,
  ReportDraft,
  ReportInput,
  ResponderInput,
  RetryInput,
  ReviewDays,
  Rotation,
  ShiftInput,
  SignInInput,
  StaffRole,
  SwapInput,
  TakeOverInput,
  TemplateKind,
  TemplateSaveInput,
  TimeOffInput,
  TriageLayer,
  TriageMark,
  WatchSettings,
  WeatherSettings,
  WeatherSwitchInput,
} from '#shared/contract';
import type { ConsoleApi } from './console-api.ts';

const t = initTRPC.context<{ api: ConsoleApi; explain: (error: unknown, isRead: boolean) => BothLanguages }>().create({
  // A machine that fails (a full disk, a locked database) is told to the person in plain words, never as a stack.
  errorFormatter: ({ shape, error, type, ctx }) => ({
    ...shape,
    message: error.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      sentence: error.code === 'INTERNAL_SERVER_ERROR' && ctx ? ctx.explain(error.cause, type === 'query') : null,
    },
  }),
});
const ask = t.procedure;
const id = z.object({ id: z.string() });
const tab = z.enum(['all', 'P1', 'P2', 'morning', 'closed']);

/** The console's procedures: parse, then hand to the core. Queries read, mutations change. */
export const router = t.router({
  app: t.router({
    info: ask.query(({ ctx }) => ctx.api.appInfo()),
    showDemo: ask.mutation(({ ctx }) => ctx.api.showDemo()),
    setUpCompany: ask.input(CompanyInput).mutation(({ ctx, input }) => ctx.api.setUpCompany(input)),
    status: ask.query(({ ctx }) => ctx.api.status()),
    readiness: ask.query(({ ctx }) => ctx.api.readiness()),
    testPeople: ask.mutation(({ ctx }) => ctx.api.testPeople()),
    acceptReadiness: ask.input(ReadinessAcceptance).mutation(({ ctx, input }) => ctx.api.acceptReadiness(input)),
    search: ask.input(z.object({ text: z.string().max(200) })).query(({ ctx, input }) => ctx.api.search(input.text)),
  }),
  session: t.router({
    get: ask.query(({ ctx }) => ctx.api.session()),
    signIn: ask.input(SignInInput).mutation(({ ctx, input }) => ctx.api.signIn(input)),
    signOut: ask.mutation(({ ctx }) => ctx.api.signOut()),
    handOver: ask.input(HandOverDeskInput).mutation(({ ctx, input }) => ctx.api.handOverDesk(input)),
  }),
  queue: t.router({
    list: ask
      .input(z.object({ tab, isByProperty: z.boolean().default(false) }))
      .query(({ ctx, input }) => ctx.api.queueList(input.tab, input.isByProperty)),
    rows: ask
      .input(z.object({ ids: z.array(z.string()).max(500) }))
      .query(({ ctx, input }) => ctx.api.queueRows(input.ids)),
    timers: ask.query(({ ctx }) => ctx.api.timers()),
  }),
  incident: t.router({
    get: ask.input(id).query(({ ctx, input }) => ctx.api.incident(input.id)),
    related: ask.input(id).query(({ ctx, input }) => ctx.api.related(input.id)),
    act: ask.input(IncidentAction).mutation(({ ctx, input }) => ctx.api.act(input)),
  }),
  report: t.router({
    lastCall: ask.query(({ ctx }) => ctx.api.lastCall()),
    caller: ask
      .input(z.object({ phone: z.string().max(40) }))
      .query(({ ctx, input }) => ctx.api.callerByNumber(input.phone)),
    places: ask.input(z.object({ text: z.string().max(200) })).query(({ ctx, input }) => ctx.api.places(input.text)),
    preview: ask.input(PreviewInput).query(({ ctx, input }) => ctx.api.ladderPreview(input)),
    dispatch: ask.input(ReportInput).mutation(({ ctx, input }) => ctx.api.report(input)),
    drafts: ask.query(({ ctx }) => ctx.api.drafts()),
    saveDraft: ask.input(ReportDraft).mutation(({ ctx, input }) => ctx.api.saveDraft(input)),
    discardDraft: ask.input(id).mutation(({ ctx, input }) => ctx.api.discardDraft(input.id)),
  }),
  inbox: t.router({
    list: ask.query(({ ctx }) => ctx.api.inbox()),
    decide: ask.input(InboxDecision).mutation(({ ctx, input }) => ctx.api.decideInbox(input)),
  }),
  alarm: t.router({
    list: ask.query(({ ctx }) => ctx.api.alarms()),
    heard: ask.mutation(({ ctx }) => ctx.api.hearAlarms()),
  }),
  oncall: t.router({
    now: ask.query(({ ctx }) => ctx.api.onCallNow()),
    calendar: ask.input(CalendarInput).query(({ ctx, input }) => ctx.api.calendar(input)),
    outlook: ask.query(({ ctx }) => ctx.api.outlook()),
    load: ask.input(CalendarInput).query(({ ctx, input }) => ctx.api.load(input)),
    saveShift: ask.input(ShiftInput).mutation(({ ctx, input }) => ctx.api.saveShift(input)),
    removeShift: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeShift(input.id)),
    saveRotation: ask.input(Rotation).mutation(({ ctx, input }) => ctx.api.saveRotation(input)),
    removeRotation: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeRotation(input.id)),
    addCover: ask.input(CoverInput).mutation(({ ctx, input }) => ctx.api.addCover(input)),
    removeCover: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeCover(input.id)),
    swap: ask.input(SwapInput).mutation(({ ctx, input }) => ctx.api.swap(input)),
    takeOver: ask.input(TakeOverInput).mutation(({ ctx, input }) => ctx.api.takeOver(input)),
    addTimeOff: ask.input(TimeOffInput).mutation(({ ctx, input }) => ctx.api.addTimeOff(input)),
    removeTimeOff: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeTimeOff(input.id)),
    decideGap: ask.input(GapDecisionInput).mutation(({ ctx, input }) => ctx.api.decideGap(input)),
    removeDecision: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeDecision(input.id)),
    confirmReminder: ask.input(id).mutation(({ ctx, input }) => ctx.api.confirmReminder(input.id)),
    saveReminders: ask.input(ReminderSettings).mutation(({ ctx, input }) => ctx.api.saveReminders(input)),
    exportView: ask.query(({ ctx }) => ctx.api.exportView()),
    saveExport: ask.input(ExportInput).mutation(({ ctx, input }) => ctx.api.saveExport(input)),
    newExportKey: ask.mutation(({ ctx }) => ctx.api.newExportKey()),
  }),
  feeds: t.router({
    get: ask.query(({ ctx }) => ctx.api.feeds()),
    try: ask.input(FeedInput).mutation(({ ctx, input }) => ctx.api.tryFeed(input)),
    save: ask.input(FeedInput).mutation(({ ctx, input }) => ctx.api.saveFeed(input)),
    remove: ask.input(id).mutation(({ ctx, input }) => ctx.api.removeFeed(input.id)),
    refresh: ask.mutation(({ ctx }) => ctx.api.refreshFeeds()),
    mapTitle: ask.input(FeedTitleInput).mutation(({ ctx, input }) => ctx.api.mapTitle(input)),
    unmapTitle: ask.input(id).mutation(({ ctx, input }) => ctx.api.unmapTitle(input.id)),
  }),
  portfolio: t.router({
    get: ask.query(({ ctx }) => ctx.api.portfolio()),
    residentsOf: ask.input(id).query(({ ctx, input }) => ctx.api.residentsOf(input.id)),
    previewImport: ask.input(ImportInput).mutation(({ ctx, input }) => ctx.api.previewImport(input)),
    applyImport: ask.input(ImportInput).mutation(({ ctx, input }) => ctx.api.applyImport(input)),
    saveResponder: ask.input(ResponderInput).mutation(({ ctx, input }) => ctx.api.saveResponder(input)),
    saveProperty: ask.input(Property).mutation(({ ctx, input }) => ctx.api.saveProperty(input)),
    addStaff: ask
      .input(
        z.object({
          name: z.string().trim().min(1).max(120),
          role: StaffRole,
          pin: z.string().regex(/^\d{4,12}$/),
          language: Language,
          responderId: z.string().nullable(),
        }),
      )
      .mutation(({ ctx, input }) => ctx.api.addStaff(input)),
  }),
  triage: t.router({
    rules: ask
      .input(z.object({ propertyId: z.string().nullable() }))
      .query(({ ctx, input }) => ctx.api.triageRules(input.propertyId)),
    review: ask.input(z.object({ days: ReviewDays })).query(({ ctx, input }) => ctx.api.triageReview(input.days)),
    marked: ask
      .input(z.object({ marks: z.array(TriageMark).max(3) }))
      .query(({ ctx, input }) => ctx.api.markedTexts(input.marks)),
    places: ask.query(({ ctx }) => ctx.api.triagePlaces()),
    layer: ask
      .input(z.object({ place: TriageLayer.shape.place }))
      .query(({ ctx, input }) => ctx.api.triageLayer(input.place)),
    saveLayer: ask.input(TriageLayer).mutation(({ ctx, input }) => ctx.api.saveTriageLayer(input)),
    // It only reads; but what is asked with a query travels in the address, and pasted texts belong in no address.
    bench: ask.input(BenchInput).mutation(({ ctx, input }) => ctx.api.triageBench(input)),
    about: ask.query(({ ctx }) => ctx.api.triageAbout()),
    signReview: ask.mutation(({ ctx }) => ctx.api.reviewTriage()),
  }),
  policy: t.router({
    places: ask.query(({ ctx }) => ctx.api.policyPlaces()),
    layer: ask.input(z.object({ place: PolicyPlace })).query(({ ctx, input }) => ctx.api.policyLayer(input.place)),
    saveLayer: ask.input(PolicySaveInput).mutation(({ ctx, input }) => ctx.api.savePolicyLayer(input)),
    version: ask
      .input(z.object({ place: PolicyPlace, version: z.number().int().positive() }))
      .query(({ ctx, input }) => ctx.api.policyVersion(input.place, input.version)),
    setOwner: ask
      .input(z.object({ staffId: z.string() }))
      .mutation(({ ctx, input }) => ctx.api.setRulesOwner(input.staffId)),
  }),
  templates: t.router({
    list: ask.query(({ ctx }) => ctx.api.templates()),
    versions: ask
      .input(z.object({ kind: TemplateKind, language: Language }))
      .query(({ ctx, input }) => ctx.api.templateVersions(input.kind, input.language)),
    save: ask.input(TemplateSaveInput).mutation(({ ctx, input }) => ctx.api.saveTemplate(input)),
  }),
  weather: t.router({
    get: ask.query(({ ctx }) => ctx.api.weather()),
    save: ask.input(WeatherSettings).mutation(({ ctx, input }) => ctx.api.saveWeather(input)),
    switch: ask.input(WeatherSwitchInput).mutation(({ ctx, input }) => ctx.api.switchWeather(input)),
    refresh: ask.mutation(({ ctx }) => ctx.api.refreshWeather()),
  }),
  settings: t.router({
    gateway: ask.query(({ ctx }) => ctx.api.gateway()),
    saveGateway: ask.input(GatewayInput).mutation(({ ctx, input }) => ctx.api.saveGateway(input)),
    gateways: ask.query(({ ctx }) => ctx.api.gateways()),
    gatewayKinds: ask.query(({ ctx }) => ctx.api.gatewayKinds()),
    testGateway: ask.input(GatewayTestInput).mutation(({ ctx, input }) => ctx.api.testGateway(input)),
    gatewayTest: ask.input(z.object({ key: z.string() })).query(({ ctx, input }) => ctx.api.gatewayTest(input.key)),
  }),
  outbox: t.router({
    list: ask.input(z.object({ filter: OutboxFilter })).query(({ ctx, input }) => ctx.api.outbox(input.filter)),
    retry: ask.input(RetryInput).mutation(({ ctx, input }) => ctx.api.retryMessage(input)),
    cancel: ask
      .input(z.object({ key: z.string().min(1).max(200) }))
      .mutation(({ ctx, input }) => ctx.api.cancelMessage(input.key)),
  }),
  watch: t.router({
    get: ask.query(({ ctx }) => ctx.api.watch()),
    save: ask.input(WatchSettings).mutation(({ ctx, input }) => ctx.api.saveWatch(input)),
    makeKey: ask.mutation(({ ctx }) => ctx.api.makeWatchKey()),
  }),
  practice: t.router({
    phones: ask
      .input(z.object({ find: z.string().max(200).nullable() }))
      .query(({ ctx, input }) => ctx.api.practicePhones(input.find)),
    reply: ask.input(PracticeReply).mutation(({ ctx, input }) => ctx.api.practiceReply(input)),
    trouble: ask
      .input(z.object({ trouble: z.enum(['none', 'refusing', 'down', 'silent']) }))
      .mutation(({ ctx, input }) => ctx.api.practiceTrouble(input.trouble)),
  }),
  handoff: t.router({
    list: ask.query(({ ctx }) => ctx.api.handoffs()),
    make: ask
      .input(z.object({ sessionId: z.string().nullable() }))
      .mutation(({ ctx, input }) => ctx.api.makeHandoff(input.sessionId)),
  }),
});
export type Router = typeof router;
