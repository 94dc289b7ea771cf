-- What was entered by mistake is taken back as long as nobody has changed it since.
GRANT DELETE ON focal_point, working_group_member, conclusion_in_plan, dissemination_sheet TO phoihop_app;
